package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.CountingMeeting;
import io.github.coopj.governance.meeting.MinutesSeal;
import io.github.coopj.governance.meeting.RollBuilder;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.SecretBallot;
import java.util.Optional;

/** Data of the actions of {@link MeetingContract}; what it does about notices is told in {@link NoticeActions}. */
public final class MeetingActions {
  private MeetingActions() {}

  /**
   * Drafts a meeting. Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param proposer a member of the Council
   * @param kind annual or extraordinary
   * @param agenda the agenda
   * @param chair candidate for chairman of the meeting
   * @param secretary candidate for secretary of the meeting
   * @param agendaClosesAt cut-off of reactions and changes, not after the opening
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("draft")
  public record Draft(
      Name coop,
      Name proposer,
      MeetingKind kind,
      Agenda agenda,
      Name chair,
      Name secretary,
      @AbiName("agenda_closes_at") TimePointSec agendaClosesAt,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Convenes a drafted meeting by the Council's decision in force and freezes the roll: who was a member when the
   * decision took effect (MEET-16), one account for each voter (ORG-04). Where there are more than {@link
   * RollBuilder#MAX_BATCH} members it begins the roll, and {@link DrawUp} goes on with it.
   *
   * @param meeting number of the meeting
   * @param decision number of the Council's decision
   */
  @AbiName("convene")
  public record Convene(
      @AbiType("uint64") long meeting, @AbiType("uint64") long decision) {}

  /**
   * Draws up the next part of the roll, and with the last part convenes the meeting; anybody may.
   *
   * @param meeting number of the meeting
   * @param decision number of the Council's decision
   * @param limit how many accounts to look at, 1 to {@link RollBuilder#MAX_BATCH}
   */
  @AbiName("rollpart")
  public record DrawUp(
      @AbiType("uint64") long meeting, @AbiType("uint64") long decision, int limit) {}

  /**
   * Opens the vote; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("open")
  public record Open(@AbiType("uint64") long meeting) {}

  /**
   * Gives up a meeting that nobody opened before its closing time; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("expire")
  public record Expire(@AbiType("uint64") long meeting) {}

  /**
   * Hands in a signed ballot.
   *
   * @param ballot the ballot
   * @param signature the member's signature under it
   * @param secret the answers to the secret items, sealed; none for blanks and where no item is secret
   */
  @AbiName("castballot")
  public record HandIn(Ballot ballot, DocumentSignature signature, Optional<SecretBallot> secret) {
    /**
     * An open ballot.
     *
     * @param ballot the ballot
     * @param signature the member's signature under it
     */
    public HandIn(Ballot ballot, DocumentSignature signature) {
      this(ballot, signature, Optional.empty());
    }
  }

  /**
   * Ends the vote of a cycle and counts the first {@link CountingMeeting#MAX_BATCH} ballots; anybody may, once the rule allows
   * it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("close")
  public record Close(@AbiType("uint64") long meeting) {}

  /**
   * Counts the next ballots of a closed cycle; anybody may.
   *
   * @param meeting number of the meeting
   * @param limit how many at most, 1 to {@link CountingMeeting#MAX_BATCH}
   */
  @AbiName("count")
  public record Count(@AbiType("uint64") long meeting, int limit) {}

  /**
   * Hands in a trustee's share of the sums of the secret items; anybody may, its proof shows whose it is.
   *
   * @param meeting number of the meeting
   * @param share the share
   */
  @AbiName("decrypt")
  public record Decrypt(@AbiType("uint64") long meeting, DecryptionShare share) {}

  /**
   * Gives up secret items that too few trustees have decrypted in time; anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("giveupsecret")
  public record GiveUpSecret(@AbiType("uint64") long meeting) {}

  /**
   * Appoints the next cycle of a meeting that missed its quorum by a decision of the Council; anybody may, once it is in force.
   *
   * @param meeting number of the meeting
   * @param decision number of the decision REPEAT_MEETING
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("reconvene")
  public record Reconvene(
      @AbiType("uint64") long meeting,
      @AbiType("uint64") long decision,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Signs the minutes; with the last signature that the charter asks for the decisions take effect.
   *
   * @param meeting number of the meeting
   * @param minutes digests of the minutes
   * @param signature signature under them
   */
  @AbiName("sign")
  public record Sign(
      @AbiType("uint64") long meeting, MinutesSeal minutes, DocumentSignature signature) {}

  /**
   * Refuses to sign the minutes (MIN-03). The signer authorises it.
   *
   * @param meeting number of the meeting
   * @param signer chairman of the meeting or, where the charter asks for both, its secretary
   * @param grounds why
   */
  @AbiName("refusesign")
  public record RefuseToSign(@AbiType("uint64") long meeting, Name signer, String grounds) {}

  /**
   * Puts another in the place of a signer of the minutes who refused or let his time pass, or reports that there is nobody
   * (MIN-03); anybody may, once the rule allows it.
   *
   * @param meeting number of the meeting
   */
  @AbiName("passon")
  public record PassOn(@AbiType("uint64") long meeting) {}

  /**
   * Keeps what the members are asked in their sections, so that no other body decides on it. Anybody may send it; the question
   * stands in the table of sections.
   *
   * @param coop cooperative
   * @param question number of a question reserved to all members
   */
  @AbiName("askedall")
  public record Asked(Name coop, @AbiType("uint64") long question) {}

  /**
   * Keeps what the members decided in their sections, which binds every other body from then on. Anybody may send it; only a
   * question whose minutes are signed is kept.
   *
   * @param coop cooperative
   * @param question number of a question reserved to all members
   */
  @AbiName("ruledall")
  public record Ruled(Name coop, @AbiType("uint64") long question) {}
}
