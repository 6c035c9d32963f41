package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.Steps.item;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CharterRow;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.RegistryContract;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.agenda.MeetingKind;
import io.github.coopj.governance.charter.CharterReader;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("MEET-12")
@Tag("ARCH-04")
class CharterAmendmentTest {
  private static final String SECOND = second("2026-03-15");

  private static String second(String from) {
    return Cooperative.charterWith("\"council.absenteeHours\": 48")
        .replace("\"version\": 1", "\"version\": 2")
        .replace("\"effectiveFrom\": \"2026-01-01\"", "\"effectiveFrom\": \"" + from + "\"");
  }

  private static AgendaItem charterItem(String charter) {
    return new AgendaItem(
        1,
        ItemType.CHARTER,
        "О новой редакции устава",
        "Утвердить",
        List.of(),
        CharterReader.read(charter, "test").digest());
  }

  private static Action amend(Cooperative coop, String charter, long meeting) {
    return coop.actions()
        .act(
            CooperativeAccounts.REGISTRY,
            new RegistryContract.Amend(charter, meeting, 1),
            Cooperative.ACCOUNT);
  }

  /** Version of the charter that a meeting drafted now stands on. */
  private static int versionInForce(Meetings meetings) {
    long id = meetings.draft(meetings.draft(
        MeetingKind.EXTRAORDINARY,
        agenda(item(1, ItemType.OTHER)),
        CHAIRMAN,
        founder(2),
        Duration.ofDays(40),
        Duration.ofDays(1)));
    return meetings.meeting(id).snapshot().charterVersion();
  }

  @CoopTest(startsAt = START)
  void amend_putsTheVersionInForce_onItsDay(Cooperative coop, Meetings meetings) {
    long id = meetings.hold(agenda(charterItem(SECOND)));
    coop.chain().push(amend(coop, SECOND, id));
    assertThat(coop.row(CooperativeAccounts.REGISTRY, "charters", 2, CharterRow.class))
        .contains(new CharterRow(
            2, SECOND, meetings.meeting(id).requireHeld().decision(1).id()));
    assertThat(versionInForce(meetings)).isEqualTo(1);
    Instant midnight = Instant.parse("2026-03-14T21:00:00Z");
    coop.advance(Duration.between(coop.now(), midnight).minusSeconds(2));
    assertThat(versionInForce(meetings))
        .as("the last seconds of the day before")
        .isEqualTo(1);
    coop.advance(Duration.between(coop.now(), midnight));
    assertThat(versionInForce(meetings)).as("midnight in Moscow").isEqualTo(2);
  }

  @CoopTest(startsAt = START)
  void amend_refuses_whatTheMeetingDidNotDecide(Cooperative coop, Meetings meetings) {
    long id = meetings.hold(agenda(charterItem(SECOND)));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(amend(coop, second("2026-03-16"), id)),
        Reason.DECISION_ON_OTHER_SUBJECT);
    coop.chain().push(amend(coop, SECOND, id));
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(amend(coop, SECOND, id)),
            Reason.CHARTER_VERSION_GAP)
        .hasFact("version", 2)
        .hasFact("expected", 3);
  }

  @CoopTest(startsAt = START)
  void amend_refuses_aDateBeforeTheDecision(Cooperative coop, Meetings meetings) {
    String early = second("2026-02-01");
    long id = meetings.hold(agenda(charterItem(early)));
    assertRefused(
        coop.chain(), () -> coop.chain().push(amend(coop, early, id)), Reason.OUT_OF_ORDER);
    assertThat(coop.row(CooperativeAccounts.REGISTRY, "charters", 2, CharterRow.class))
        .isEmpty();
  }
}
