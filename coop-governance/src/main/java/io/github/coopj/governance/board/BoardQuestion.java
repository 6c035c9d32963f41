package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.matter.Matter;
import io.github.coopj.governance.matter.MeetingMatter;
import io.github.coopj.governance.matter.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is put to the Board.
 *
 * @param cooperative account of the cooperative
 * @param id number of the question, 1 or more
 * @param subject digest of what it is about
 * @param regulation digest of the regulation on the Board that it stands on
 * @param matter what it is about, apart from how it is to be decided (MEET-01, MEET-12)
 */
public record BoardQuestion(
    Name cooperative,
    @AbiType("uint64") long id,
    Checksum256 subject,
    Checksum256 regulation,
    Matter matter) {
  /** Refuses a question without number or subject. */
  public BoardQuestion {
    if (id < 1) {
      throw new InvalidValueException(
          "a question of the Board needs a number of 1 or more, got " + id);
    }
    if (subject.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a question of the Board has a subject");
    }
  }

  /**
   * A question on a matter of its own.
   *
   * @param cooperative account of the cooperative
   * @param id number of the question, 1 or more
   * @param subject digest of what it is about
   * @param regulation digest of the regulation on the Board that it stands on
   */
  public BoardQuestion(Name cooperative, long id, Checksum256 subject, Checksum256 regulation) {
    this(cooperative, id, subject, regulation, Matter.OWN);
  }

  /**
   * The same question on a matter.
   *
   * @param about the matter
   * @return a question that differs in its matter only
   */
  public BoardQuestion on(Matter about) {
    return new BoardQuestion(cooperative, id, subject, regulation, about);
  }

  BoardQuestion about(Checksum256 other) {
    return new BoardQuestion(
        cooperative, id, other, regulation, new Matter(matter.kind(), matterKey()));
  }

  /**
   * What decisions of the general meeting on the same are found by.
   *
   * @return key of the matter, or the subject if the matter is its own
   */
  public Checksum256 matterKey() {
    return matter.keyOr(subject);
  }

  /**
   * Refuses what the Board cannot decide: what is kept for the general meeting (MEET-12), and what the meeting has decided
   * otherwise (MEET-24).
   *
   * @param standing what the meeting has decided on its matter, if it has
   * @param charter the charter in force
   * @param now the moment
   * @return this question
   * @throws GovernanceException EXCLUSIVE_COMPETENCE, MEETING_HAS_DECIDED
   */
  public BoardQuestion requireFree(Optional<Ruling> standing, Charter charter, Instant now) {
    matter.requireWithin(Office.Body.BOARD, charter);
    Ruling.requireFree(standing, subject, now);
    return this;
  }

  /**
   * Refuses a question of which agendas of general meetings show that only the meeting decides it, whatever matter it names
   * (MEET-12).
   *
   * @param known what agendas of convened meetings ask
   * @param charter the charter in force
   * @return this question
   * @throws GovernanceException EXCLUSIVE_COMPETENCE
   */
  public BoardQuestion requireWithin(List<MeetingMatter> known, Charter charter) {
    MeetingMatter.requireNone(known, List.of(subject, matterKey()), Office.Body.BOARD, charter);
    return this;
  }

  /**
   * What a member signs to vote.
   *
   * @param vote how he votes
   * @return digest over question and vote
   */
  public Checksum256 voteDigest(Vote vote) {
    return DocumentDigest.of(DocumentType.BOARD_DECISION, new BoardVoteContent(this, vote));
  }
}
