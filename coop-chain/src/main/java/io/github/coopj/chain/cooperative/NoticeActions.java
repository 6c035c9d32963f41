package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.agenda.Agenda;
import io.github.coopj.governance.agenda.AmendmentContent;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.NoticeChannel;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.notice.Delivery;
import java.util.List;

/** Actions of the {@link MeetingContract} between the draft of a meeting and its vote. */
public final class NoticeActions {
  private NoticeActions() {}

  /**
   * Drafts a meeting that was demanded in vain. Returns its number, 8 bytes little-endian.
   *
   * @param coop cooperative
   * @param demand number of the demand, breached
   * @param demander one of those who demanded
   * @param kind extraordinary or emergency
   * @param agenda the agenda
   * @param chair who presides until a chairman is elected
   * @param secretary who keeps the minutes until a secretary is elected
   * @param agendaClosesAt cut-off of reactions and changes
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("draftself")
  public record DraftSelf(
      Name coop,
      @AbiType("uint64") long demand,
      Name demander,
      MeetingKind kind,
      Agenda agenda,
      Name chair,
      Name secretary,
      @AbiName("agenda_closes_at") TimePointSec agendaClosesAt,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}

  /**
   * Convenes a meeting by the signature of a demander (MEET-07); with a roll of more than one step, sent as often as it takes.
   *
   * @param meeting number of the meeting
   * @param demand number of the demand, breached
   * @param signature his signature under the convocation
   */
  @AbiName("conveneself")
  public record ConveneSelf(
      @AbiType("uint64") long meeting,
      @AbiType("uint64") long demand,
      DocumentSignature signature) {}

  /**
   * Records that a notice was handed to a carrier. The cooperative authorises it.
   *
   * @param meeting number of the meeting
   * @param members members notified
   * @param reachable ways by which they can be reached
   * @param channel way it goes
   * @param receipt digest of the carrier's receipt
   */
  @AbiName("notify")
  public record Notify(
      @AbiType("uint64") long meeting,
      List<Name> members,
      List<NoticeChannel> reachable,
      NoticeChannel channel,
      Checksum256 receipt) {
    /** Copies the lists. */
    public Notify {
      members = List.copyOf(members);
      reachable = List.copyOf(reachable);
    }
  }

  /**
   * Records what a carrier says of a notice. The cooperative authorises it.
   *
   * @param meeting number of the meeting
   * @param members members notified
   * @param delivery delivered or failed
   * @param receipt digest of the carrier's receipt
   */
  @AbiName("delivered")
  public record Delivered(
      @AbiType("uint64") long meeting, List<Name> members, Delivery delivery, Checksum256 receipt) {
    /** Copies the list. */
    public Delivered {
      members = List.copyOf(members);
    }
  }

  /**
   * Records that the notice of the start was handed to a carrier. The cooperative authorises it.
   *
   * @param meeting number of the meeting
   * @param link where to vote
   * @param members members notified
   * @param reachable ways by which they can be reached
   * @param channel way it goes
   * @param receipt digest of the carrier's receipt
   */
  @AbiName("startnotice")
  public record Start(
      @AbiType("uint64") long meeting,
      String link,
      List<Name> members,
      List<NoticeChannel> reachable,
      NoticeChannel channel,
      Checksum256 receipt) {
    /** Copies the lists. */
    public Start {
      members = List.copyOf(members);
      reachable = List.copyOf(reachable);
    }
  }

  /**
   * Records what a carrier says of the notice of the start. The cooperative authorises it.
   *
   * @param meeting number of the meeting
   * @param members members notified
   * @param delivery delivered or failed
   * @param receipt digest of the carrier's receipt
   */
  @AbiName("startreport")
  public record StartDelivered(
      @AbiType("uint64") long meeting, List<Name> members, Delivery delivery, Checksum256 receipt) {
    /** Copies the list. */
    public StartDelivered {
      members = List.copyOf(members);
    }
  }

  /**
   * Draws the report of who was notified; anybody may.
   *
   * @param meeting number of the meeting
   */
  @AbiName("report")
  public record Report(@AbiType("uint64") long meeting) {}

  /**
   * Puts the next version of the agenda in place by a decision of the Council; anybody may, once it is in force.
   *
   * @param meeting number of the meeting
   * @param agenda the next version
   * @param rejected carried changes that it does not take over, with the reasons
   * @param opensAt when voting opens if the meeting is moved, else the epoch
   * @param closesAt when voting closes if the meeting is moved, else the epoch
   * @param decision number of the decision
   */
  @AbiName("amend")
  public record Amend(
      @AbiType("uint64") long meeting,
      Agenda agenda,
      List<AmendmentContent.Rejected> rejected,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt,
      @AbiType("uint64") long decision) {
    /** Copies the list. */
    public Amend {
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * Appoints the next cycle by the signature of the demander who convened.
   *
   * @param meeting number of the meeting
   * @param demand number of the demand
   * @param signature his signature under the convocation of the cycle
   * @param opensAt when voting opens
   * @param closesAt when voting closes
   */
  @AbiName("repeatself")
  public record RepeatSelf(
      @AbiType("uint64") long meeting,
      @AbiType("uint64") long demand,
      DocumentSignature signature,
      @AbiName("opens_at") TimePointSec opensAt,
      @AbiName("closes_at") TimePointSec closesAt) {}
}
