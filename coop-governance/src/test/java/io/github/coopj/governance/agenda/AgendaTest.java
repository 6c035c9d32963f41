package io.github.coopj.governance.agenda;

import static io.github.coopj.governance.meeting.Fixtures.agenda;
import static io.github.coopj.governance.meeting.Fixtures.annualAgenda;
import static io.github.coopj.governance.meeting.Fixtures.item;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.charter.AnnualPolicy;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.meeting.Fixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgendaTest {
  private static final AnnualPolicy POLICY = Fixtures.platform().annual();

  private static Agenda annualWithout(ItemType type) {
    List<ItemType> types = new ArrayList<>(annualAgenda().types());
    types.remove(type);
    return agenda(types.toArray(ItemType[]::new));
  }

  private static void assertMissing(ItemType type) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> annualWithout(type).requireMandatoryItems(MeetingKind.ANNUAL, POLICY))
        .withMessage("AGENDA_ITEM_MISSING item=" + type);
  }

  @Test
  @Tag("AGENDA-05")
  void requireMandatoryItems_refusesAnnualMeeting_withoutAnnualReport() {
    annualAgenda().requireMandatoryItems(MeetingKind.ANNUAL, POLICY);
    assertMissing(ItemType.ANNUAL_REPORT);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new AgendaItem(1, ItemType.ANNUAL_REPORT, "Отчёт", "Утвердить", List.of()))
        .withMessage("agenda item 1 of type ANNUAL_REPORT needs the digest of its document");
  }

  @Test
  @Tag("COUNCIL-23")
  void requireMandatoryItems_refusesAnnualMeeting_withoutTheReportOfTheCouncil() {
    assertMissing(ItemType.COUNCIL_REPORT);
    annualWithout(ItemType.COUNCIL_REPORT)
        .requireMandatoryItems(
            MeetingKind.ANNUAL,
            Fixtures.platform("\"annual.mandatoryItems\": \"ANNUAL_REPORT\"").annual());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new AgendaItem(1, ItemType.COUNCIL_REPORT, "Отчёт", "Утвердить", List.of()))
        .withMessage("agenda item 1 of type COUNCIL_REPORT needs the digest of its document");
  }

  @Test
  @Tag("AGENDA-06")
  void requireMandatoryItems_refusesAnnualMeeting_withoutConclusionOrNoteThatItIsMissing() {
    assertMissing(ItemType.AUDIT_CONCLUSION);
    agenda(
            ItemType.MEETING_CHAIR,
            ItemType.MEETING_SECRETARY,
            ItemType.ANNUAL_REPORT,
            ItemType.AUDIT_CONCLUSION_MISSING,
            ItemType.COUNCIL_REPORT)
        .requireMandatoryItems(MeetingKind.ANNUAL, POLICY);
    AnnualPolicy strict =
        Fixtures.platform("\"annual.conclusionMayBeMissing\": false").annual();
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> agenda(
                ItemType.MEETING_CHAIR,
                ItemType.MEETING_SECRETARY,
                ItemType.ANNUAL_REPORT,
                ItemType.AUDIT_CONCLUSION_MISSING,
                ItemType.COUNCIL_REPORT)
            .requireMandatoryItems(MeetingKind.ANNUAL, strict))
        .withMessage("AGENDA_ITEM_MISSING item=AUDIT_CONCLUSION");
    annualAgenda().requireMandatoryItems(MeetingKind.ANNUAL, strict);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AgendaItem(
            1, ItemType.AUDIT_CONCLUSION_MISSING, "Нет заключения", "Принять", List.of()))
        .as("the reason is a paper")
        .withMessage(
            "agenda item 1 of type AUDIT_CONCLUSION_MISSING needs the digest of its document");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new AgendaItem(1, ItemType.AUDIT_CONCLUSION, "Заключение", "Принять", List.of()))
        .withMessage("agenda item 1 of type AUDIT_CONCLUSION needs the digest of its document");
  }

  @ParameterizedTest
  @EnumSource(MeetingKind.class)
  @Tag("MEET-25")
  void requireMandatoryItems_refusesOfficersElectedLater_inMeetingsOfEveryKind(MeetingKind kind) {
    for (ItemType other : List.of(ItemType.OTHER, ItemType.MEETING_SECRETARY)) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> agenda(ItemType.MEETING_CHAIR, other, ItemType.MEETING_CHAIR)
              .requireMandatoryItems(kind, POLICY))
          .withMessage("OFFICERS_NOT_FIRST item=3 type=MEETING_CHAIR");
    }
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() ->
            agenda(ItemType.OTHER, ItemType.MEETING_SECRETARY).requireMandatoryItems(kind, POLICY))
        .withMessage("OFFICERS_NOT_FIRST item=2 type=MEETING_SECRETARY");
    agenda(
            ItemType.MEETING_CHAIR,
            ItemType.MEETING_CHAIR,
            ItemType.MEETING_SECRETARY,
            ItemType.ANNUAL_REPORT,
            ItemType.AUDIT_CONCLUSION,
            ItemType.COUNCIL_REPORT,
            ItemType.ELECTION_COUNCIL_CHAIR)
        .requireMandatoryItems(kind, POLICY);
  }

  @Test
  @Tag("AGENDA-07")
  void requireMandatoryItems_refusesAnnualMeeting_withoutCandidatesForChairAndSecretary() {
    assertMissing(ItemType.MEETING_CHAIR);
    assertMissing(ItemType.MEETING_SECRETARY);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new AgendaItem(1, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of()))
        .withMessage("agenda item 1 of type MEETING_CHAIR cannot have 0 candidates");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AgendaItem(
            1, ItemType.MEETING_CHAIR, "Председатель", "Избрать", List.of(member(1), member(2))))
        .withMessage("agenda item 1 of type MEETING_CHAIR cannot have 2 candidates");
  }

  @Test
  void requireMandatoryItems_asksNothing_ofAnExtraordinaryMeeting() {
    agenda(ItemType.OTHER).requireMandatoryItems(MeetingKind.EXTRAORDINARY, POLICY);
    assertThat(agenda(ItemType.OTHER, ItemType.OTHER).types()).containsExactly(ItemType.OTHER);
  }

  @Test
  @Tag("AGENDA-19")
  void digest_changes_withEveryPart() {
    Set<Checksum256> digests = new HashSet<>();
    AgendaItem base = new AgendaItem(1, ItemType.OTHER, "a", "b", List.of());
    assertThat(digests.add(new Agenda(1, List.of(base)).digest())).isTrue();
    assertThat(digests.add(new Agenda(2, List.of(base)).digest())).isTrue();
    assertThat(digests.add(new Agenda(1, List.of(base, item(2))).digest())).isTrue();
    assertThat(digests.add(one(ItemType.UNION, "a", "b", List.of(), Checksum256.ZERO)))
        .isTrue();
    assertThat(digests.add(one(ItemType.OTHER, "ab", "b", List.of(), Checksum256.ZERO)))
        .isTrue();
    assertThat(digests.add(one(ItemType.OTHER, "a", "bb", List.of(), Checksum256.ZERO)))
        .isTrue();
    assertThat(digests.add(one(ItemType.OTHER, "a", "b", List.of(), paper("x"))))
        .isTrue();
    assertThat(digests.add(
            one(ItemType.ELECTION_COUNCIL, "a", "b", List.of(member(1)), Checksum256.ZERO)))
        .isTrue();
    assertThat(digests.add(
            one(ItemType.ELECTION_COUNCIL, "a", "b", List.of(member(2)), Checksum256.ZERO)))
        .isTrue();
    assertThat(digests.add(new Agenda(1, List.of(base)).digest()))
        .as("same content")
        .isFalse();
  }

  private static Checksum256 one(
      ItemType type, String title, String decision, List<Name> candidates, Checksum256 subject) {
    return new Agenda(1, List.of(new AgendaItem(1, type, title, decision, candidates, subject)))
        .digest();
  }

  @Test
  void constructor_refuses_gapsEmptyAgendasAndEmptyTexts() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Agenda(1, List.of(item(1), item(3))))
        .withMessage("items of an agenda must be numbered 1, 2, 3 without gaps, got 3 in place 2");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Agenda(1, List.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Agenda(0, List.of(item(1))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AgendaItem(1, ItemType.OTHER, " ", "x", List.of()))
        .withMessage("agenda item 1 needs a title and a draft decision");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AgendaItem(0, ItemType.OTHER, "x", "x", List.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AgendaItem(1, ItemType.OTHER, "x", "x", List.of(member(1))));
    for (ItemType type : ItemType.values()) {
      for (List<Name> candidates :
          List.of(List.<Name>of(), List.of(member(1)), List.of(member(1), member(2)))) {
        if (candidates.size() == (type.isElection() || type.isMeasure() ? 1 : 0)) {
          assertThat(new AgendaItem(1, type, "x", "x", candidates, paper("x")).candidates())
              .isEqualTo(candidates);
        } else {
          assertThatExceptionOfType(InvalidValueException.class)
              .isThrownBy(() -> new AgendaItem(1, type, "x", "x", candidates, paper("x")))
              .withMessageContaining("cannot have " + candidates.size() + " candidates");
        }
      }
    }
  }
}
