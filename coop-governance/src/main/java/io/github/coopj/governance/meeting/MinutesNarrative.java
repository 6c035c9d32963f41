package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * What minutes say in words and names beside their figures (MIN-02).
 *
 * @param cooperativeTitle full title of the cooperative
 * @param place place of the meeting, or the address it was held at electronically
 * @param zone zone in which dates and times are shown, such as {@code Europe/Moscow}
 * @param items wording of every item, in the order of the agenda
 * @param participants who took part, sorted
 * @param counters who counted the votes, at least one
 * @param signers who has to sign the minutes
 * @param objections who voted against and asked to have it recorded
 * @param rejected ballots that count neither for presence nor for votes, with the reason (TALLY-03)
 */
public record MinutesNarrative(
    String cooperativeTitle,
    String place,
    String zone,
    List<ItemText> items,
    List<Name> participants,
    List<Name> counters,
    List<Name> signers,
    List<Objection> objections,
    List<RejectedBallot> rejected) {
  /** Copies the lists. */
  public MinutesNarrative {
    items = List.copyOf(items);
    participants = List.copyOf(participants);
    counters = List.copyOf(counters);
    signers = List.copyOf(signers);
    objections = List.copyOf(objections);
    rejected = List.copyOf(rejected);
  }

  /**
   * Wording of one item.
   *
   * @param number number of the item
   * @param title the question
   * @param decision what was proposed to be adopted
   */
  public record ItemText(int number, String title, String decision) {}

  /**
   * A member who voted against an item and asked to have it recorded.
   *
   * @param item number of the item
   * @param member account of the member
   * @param statement own words, may be empty
   */
  public record Objection(int item, Name member, String statement) {}

  /**
   * A ballot that was refused.
   *
   * @param member account named on the ballot
   * @param ballot digest of the ballot
   * @param reason name of the {@link io.github.coopj.governance.Reason} it was refused for
   * @param at when it was refused
   */
  public record RejectedBallot(Name member, Checksum256 ballot, String reason, TimePointSec at) {}

  /**
   * What {@link MinutesSeal} refers to.
   *
   * @return digest over every word
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.MINUTES, this);
  }
}
