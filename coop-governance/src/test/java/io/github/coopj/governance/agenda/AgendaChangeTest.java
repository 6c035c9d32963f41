package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.agenda.Papers.NOW;
import static io.github.coopj.governance.agenda.Papers.sign;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static io.github.coopj.governance.meeting.Fixtures.rf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.audit.AuditQuestionType;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.notice.Reaction;
import io.github.coopj.governance.notice.ReactionEntry;
import io.github.coopj.governance.notice.ReactionRecord;
import io.github.coopj.governance.notice.Reactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgendaChangeTest {
  private static final Charter HALF = platform("\"agenda.changeThreshold\": \"1/2\"");
  private static final Instant CUT_OFF = NOW.plusSeconds(86_400);
  private static final Agenda AGENDA = new Agenda(1, List.of(item(1), item(2, ItemType.UNION)));
  private static final ObligatoryItems NONE =
      new ObligatoryItems(MeetingKind.EXTRAORDINARY, HALF.annual(), List.of());
  private static final Predicate<Name> ROLL = members(50)::contains;
  private static final ChangeText REMOVE = text(ChangeKind.REMOVE, 2, Optional.empty());

  private static ChangeText text(ChangeKind kind, int item, Optional<AgendaItem> next) {
    return new ChangeText(1, 7, AGENDA.digest(), kind, item, next, member(0));
  }

  private static Reactions none(Agenda agenda) {
    return Reactions.none(7, agenda.digest(), 50, TimePointSec.of(CUT_OFF));
  }

  private static Reactions react(Reactions reactions, int who, Reaction reaction) {
    return reactions.react(
        reaction,
        sign(member(who), reactions.paper(member(who), reaction).digest()),
        ROLL,
        KEYS,
        NOW);
  }

  private static OpenChange open(ChangeText text, Agenda agenda, ObligatoryItems obligatory) {
    return AgendaChange.open(
        text,
        sign(text.proposer(), text.digest()),
        agenda,
        obligatory,
        none(agenda),
        ROLL,
        KEYS,
        HALF,
        NOW);
  }

  private static OpenChange supportedBy(int supporters, Reactions reactions) {
    OpenChange change = open(REMOVE, AGENDA, NONE);
    for (Name member : members(supporters)) {
      change = change.support(sign(member, REMOVE.digest()), reactions, KEYS, NOW);
    }
    return change;
  }

  @ParameterizedTest(name = "{0} of {1} who disagree, {2}: {3}")
  @CsvSource({
    "0,0,1/2,false", "0,1,1/2,false", "1,1,1/2,true", "1,2,1/2,true", "1,3,1/2,false",
    "2,3,1/2,true", "49,100,1/2,false", "50,100,1/2,true", "33,100,1/3,false", "34,100,1/3,true",
    "99,100,1/1,false", "100,100,1/1,true"
  })
  @Tag("AGENDA-14")
  void settle_carriesTheShareOfTheCharter_ofThoseWhoDisagree(
      int votes, int base, String share, boolean passes) {
    Charter charter = platform("\"agenda.changeThreshold\": \"" + share + "\"");
    Predicate<Name> roll = members(100)::contains;
    Reactions reactions = Reactions.none(7, AGENDA.digest(), 100, TimePointSec.of(CUT_OFF));
    OpenChange change = open(REMOVE, AGENDA, NONE);
    for (int i = 0; i < base; i++) {
      reactions = reactions.react(
          Reaction.DISAGREE,
          sign(member(i), reactions.paper(member(i), Reaction.DISAGREE).digest()),
          roll,
          KEYS,
          NOW);
      if (i < votes) {
        change = change.support(sign(member(i), REMOVE.digest()), reactions, KEYS, NOW);
      }
    }
    AgendaChange settled = change.settle(reactions, charter, CUT_OFF);
    assertThat(settled).isInstanceOf(passes ? PassedChange.class : FailedChange.class);
    assertThat(settled.snapshot().base()).isEqualTo(base);
    assertThat(settled.snapshot().votes()).isEqualTo(votes);
  }

  /** All 3^n reactions of up to 8 members, each with every set of supporters among those who disagree. */
  @Test
  @Tag("AGENDA-14")
  void settle_equalsTheOracle_forAllReactionsOfEightMembersAndAllSupporters() {
    long cases = 0;
    for (int members = 0; members <= 8; members++) {
      for (int code = 0; code < power(3, members); code++) {
        Reactions reactions = restore(members, code, 0);
        int disagreeing = 0;
        for (int i = 0; i < members; i++) {
          disagreeing |= digit(code, i) == 2 ? 1 << i : 0;
        }
        for (int set = disagreeing; ; set = (set - 1) & disagreeing) {
          AgendaChange settled = change(set).settle(reactions, HALF, CUT_OFF);
          boolean oracle =
              disagreeing != 0 && 2 * Integer.bitCount(set) >= Integer.bitCount(disagreeing);
          if (oracle != settled instanceof PassedChange) {
            assertThat(settled).as("reactions %s, supporters %s", code, set).isNull();
          }
          cases++;
          if (set == 0) {
            break;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(87_381);
  }

  /** Supporters who changed their mind before the cut-off count neither as votes nor in the base. */
  @Test
  @Tag("AGENDA-14")
  void settle_countsSupportersWhoStillDisagree_forEveryChangeOfMindOfFive() {
    int members = 5;
    for (int set = 0; set < 1 << members; set++) {
      for (int code = 0; code < power(3, members); code++) {
        int base = 0;
        int votes = 0;
        for (int i = 0; i < members; i++) {
          base += digit(code, i) == 2 ? 1 : 0;
          votes += digit(code, i) == 2 && (set >> i & 1) == 1 ? 1 : 0;
        }
        ChangeRecord row =
            change(set).settle(restore(members, code, 0), HALF, CUT_OFF).snapshot();
        assertThat(List.of(row.votes(), row.base())).isEqualTo(List.of((long) votes, (long) base));
        assertThat(row.status() == ChangeStatus.PASSED).isEqualTo(base > 0 && 2 * votes >= base);
      }
    }
  }

  private static OpenChange change(int set) {
    List<Name> supporters =
        members(8).stream().filter(m -> (set >> members(8).indexOf(m) & 1) == 1).toList();
    return (OpenChange)
        AgendaChange.restore(new ChangeRecord(REMOVE, ChangeStatus.OPEN, supporters, 0, 0, 0));
  }

  private static Reactions restore(int members, int code, int from) {
    List<ReactionEntry> entries = new ArrayList<>();
    for (int i = from; i < members; i++) {
      if (digit(code, i) != 0) {
        entries.add(new ReactionEntry(
            member(i),
            digit(code, i) == 1 ? Reaction.AGREE : Reaction.DISAGREE,
            TimePointSec.of(NOW)));
      }
    }
    return Reactions.restore(
        new ReactionRecord(7, AGENDA.digest(), 8, TimePointSec.of(CUT_OFF), entries));
  }

  private static int digit(int code, int place) {
    return code / power(3, place) % 3;
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  @Test
  @Tag("AGENDA-14")
  void open_isRefused_whereTheCharterSetsNoThreshold() {
    for (Charter charter : List.of(platform(), rf())) {
      assertRefused(
          Reason.AGENDA_CHANGE_NOT_SET,
          "AGENDA_CHANGE_NOT_SET key=agenda.changeThreshold",
          () -> AgendaChange.open(
              REMOVE,
              sign(member(0), REMOVE.digest()),
              AGENDA,
              NONE,
              none(AGENDA),
              ROLL,
              KEYS,
              charter,
              NOW));
      assertRefused(
          () -> open(REMOVE, AGENDA, NONE).settle(none(AGENDA), charter, CUT_OFF),
          Reason.AGENDA_CHANGE_NOT_SET);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> platform("\"agenda.changeThreshold\": \"0/1\""))
        .withMessageContaining("agenda.changeThreshold: must be more than nothing");
  }

  @Test
  @Tag("AGENDA-14")
  void support_isTakenFromThoseWhoDisagree_untilTheCutOff() {
    OpenChange change = open(REMOVE, AGENDA, NONE);
    Reactions reactions = react(react(none(AGENDA), 1, Reaction.DISAGREE), 2, Reaction.AGREE);
    assertRefused(
        Reason.NOT_DISAGREEING,
        "NOT_DISAGREEING account=" + member(2),
        () -> change.support(sign(member(2), REMOVE.digest()), reactions, KEYS, NOW));
    assertRefused(
        () -> change.support(sign(member(3), REMOVE.digest()), reactions, KEYS, NOW),
        Reason.NOT_DISAGREEING);
    assertRefused(
        () -> change.support(sign(member(1), paper("x")), reactions, KEYS, NOW),
        Reason.SIGNATURE_FORGED);
    assertRefused(
        () -> change.support(sign(member(1), REMOVE.digest()), reactions, KEYS, CUT_OFF),
        Reason.AGENDA_CLOSED);
    OpenChange supported =
        change.support(sign(member(1), REMOVE.digest()), reactions, KEYS, CUT_OFF.minusSeconds(1));
    assertRefused(
        () -> supported.support(sign(member(1), REMOVE.digest()), reactions, KEYS, NOW),
        Reason.ALREADY_SUPPORTS);
    assertRefused(
        () -> supported.settle(reactions, HALF, CUT_OFF.minusSeconds(1)), Reason.MEETING_TOO_EARLY);
    assertThat(supported
            .settle(reactions, HALF, CUT_OFF)
            .requirePassed()
            .snapshot()
            .votes())
        .isEqualTo(1);
    assertRefused(
        Reason.CHANGE_TOO_FEW,
        "CHANGE_TOO_FEW votes=0 required=1 base=1",
        () -> change.settle(reactions, HALF, CUT_OFF).requirePassed());
  }

  @Test
  @Tag("AGENDA-13")
  void open_takesThreeKindsOfChange_fromTheRollOnly() {
    AgendaItem other = item(1, ItemType.FUND_RULES);
    for (ChangeText text : List.of(
        text(ChangeKind.ADD, 0, Optional.of(other)),
        REMOVE,
        text(ChangeKind.AMEND, 2, Optional.of(other)))) {
      assertThat(open(text, AGENDA, NONE).snapshot().text()).isEqualTo(text);
    }
    assertRefused(
        Reason.AGENDA_UNKNOWN_ITEM,
        "AGENDA_UNKNOWN_ITEM item=3 items=2",
        () -> open(text(ChangeKind.REMOVE, 3, Optional.empty()), AGENDA, NONE));
    ChangeText stranger =
        new ChangeText(1, 7, AGENDA.digest(), ChangeKind.REMOVE, 2, Optional.empty(), member(60));
    assertRefused(() -> open(stranger, AGENDA, NONE), Reason.NOT_ON_ROLL);
    ChangeText otherMeeting =
        new ChangeText(1, 8, AGENDA.digest(), ChangeKind.REMOVE, 2, Optional.empty(), member(0));
    assertRefused(() -> open(otherMeeting, AGENDA, NONE), Reason.DECISION_ON_OTHER_SUBJECT);
    ChangeText otherAgenda =
        new ChangeText(1, 7, paper("x"), ChangeKind.REMOVE, 2, Optional.empty(), member(0));
    assertRefused(() -> open(otherAgenda, AGENDA, NONE), Reason.DECISION_ON_OTHER_SUBJECT);
    for (ChangeKind kind : ChangeKind.values()) {
      for (int item : new int[] {0, 1}) {
        for (Optional<AgendaItem> next :
            List.of(Optional.<AgendaItem>empty(), Optional.of(other))) {
          boolean fits = (kind == ChangeKind.ADD) == (item == 0)
              && (kind == ChangeKind.REMOVE) == next.isEmpty();
          if (fits) {
            assertThat(text(kind, item, next).kind()).isEqualTo(kind);
          } else {
            assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> text(kind, item, next));
          }
        }
      }
    }
  }

  @Test
  @Tag("AGENDA-13")
  void open_refusesToRemoveObligatoryItems_orToAmendThemIntoOthers() {
    Agenda annual = annualAgenda();
    ObligatoryItems obligatory = new ObligatoryItems(MeetingKind.ANNUAL, HALF.annual(), List.of());
    for (int number = 1; number <= annual.items().size(); number++) {
      int item = number;
      AgendaItem there = annual.item(item);
      assertRefused(
          Reason.ITEM_OBLIGATORY,
          "ITEM_OBLIGATORY item=" + item,
          () -> open(
              new ChangeText(
                  1, 7, annual.digest(), ChangeKind.REMOVE, item, Optional.empty(), member(0)),
              annual,
              obligatory));
      assertRefused(
          () -> open(
              new ChangeText(
                  1,
                  7,
                  annual.digest(),
                  ChangeKind.AMEND,
                  item,
                  Optional.of(item(item)),
                  member(0)),
              annual,
              obligatory),
          Reason.ITEM_OBLIGATORY);
      AgendaItem reworded =
          new AgendaItem(item, there.type(), "Иначе", "Иначе", there.candidates(), there.subject());
      assertThat(open(
                  new ChangeText(
                      1,
                      7,
                      annual.digest(),
                      ChangeKind.AMEND,
                      item,
                      Optional.of(reworded),
                      member(0)),
                  annual,
                  obligatory)
              .snapshot()
              .text()
              .next())
          .contains(reworded);
    }
  }

  @Test
  @Tag("MEET-30")
  void open_refusesToRemoveAnEscalatedItem_inAnyMeeting() {
    ProposalText text = Papers.disagreement(paper("remark"));
    SubmittedProposal escalated = Proposal.ofEscalation(
        5, text, Papers.act(AuditQuestionType.ESCALATE, text.subject(), 3, 2), NOW);
    ProposalBook book = new ProposalBook(
        List.of(escalated.include(Papers.verdict(escalated.inclusion(7, 2)), 7, 2, HALF, NOW)));
    Agenda agenda = Papers.agendaWith(text, 2);
    ChangeText remove =
        new ChangeText(1, 7, agenda.digest(), ChangeKind.REMOVE, 2, Optional.empty(), member(0));
    assertRefused(
        Reason.ITEM_OBLIGATORY,
        "ITEM_OBLIGATORY item=2",
        () -> open(
            remove, agenda, ObligatoryItems.of(MeetingKind.EXTRAORDINARY, HALF.annual(), 7, book)));
    assertThat(open(
            remove, agenda, ObligatoryItems.of(MeetingKind.EXTRAORDINARY, HALF.annual(), 8, book)))
        .isNotNull();
  }

  @Test
  void restore_givesEveryState_andRefusesContradictions() {
    Reactions reactions = react(react(none(AGENDA), 0, Reaction.DISAGREE), 1, Reaction.DISAGREE);
    OpenChange change = supportedBy(2, reactions);
    for (AgendaChange each : List.of(
        change,
        change.settle(reactions, HALF, CUT_OFF),
        open(REMOVE, AGENDA, NONE).settle(reactions, HALF, CUT_OFF))) {
      ChangeRecord row = each.snapshot();
      assertThat(AgendaChange.restore(RecordCodec.of(ChangeRecord.class)
              .decode(RecordCodec.of(ChangeRecord.class).encode(row))))
          .isEqualTo(each)
          .hasSameHashCodeAs(each)
          .hasSameClassAs(each);
      for (ChangeStatus status : ChangeStatus.values()) {
        if (status != row.status()) {
          ChangeRecord forged = new ChangeRecord(
              row.text(), status, row.supporters(), row.votes(), row.required(), row.base());
          if (status == ChangeStatus.FAILED && row.status() == ChangeStatus.OPEN) {
            assertThat(AgendaChange.restore(forged)).isInstanceOf(FailedChange.class);
          } else {
            assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> AgendaChange.restore(forged));
          }
        }
      }
    }
  }
}
