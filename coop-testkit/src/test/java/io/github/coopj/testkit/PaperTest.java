package io.github.coopj.testkit;

import static io.github.coopj.testkit.Boards.COOP;
import static io.github.coopj.testkit.Boards.appoint;
import static io.github.coopj.testkit.Boards.by;
import static io.github.coopj.testkit.Boards.decide;
import static io.github.coopj.testkit.Boards.free;
import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.agenda;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.PaperActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.agenda.AgendaItem;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.confidential.Breach;
import io.github.coopj.governance.confidential.ClassificationText;
import io.github.coopj.governance.confidential.SecretCategory;
import io.github.coopj.governance.confidential.SecretPaper;
import io.github.coopj.governance.confidential.SecretRead;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.regulation.Regulation;
import io.github.coopj.governance.regulation.RegulationKind;
import io.github.coopj.governance.regulation.RegulationText;
import io.github.coopj.testkit.junit5.CoopTest;
import java.util.List;
import org.junit.jupiter.api.Tag;

class PaperTest {
  private static Action paper(Record data) {
    return free(CooperativeAccounts.PAPER, data);
  }

  private static Action paper(Record data, Name actor) {
    return by(CooperativeAccounts.PAPER, data, actor);
  }

  private static RegulationText text(
      Cooperative coop, RegulationKind kind, int version, boolean funds) {
    long number = kind.number() == 0 ? 100 : kind.number();
    return new RegulationText(
        COOP,
        kind,
        number,
        version,
        digest(kind + " " + version),
        coop.charter().digest(),
        funds);
  }

  private static Regulation inForce(Cooperative coop, long number) {
    return coop.row(CooperativeAccounts.PAPER, "regulations", number, Regulation.class)
        .orElseThrow();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-15")
  @Tag("BOARD-02")
  @Tag("BOARD-06")
  void regulations_ofBoardAndCouncil_versionByVersion(Cooperative coop) {
    appoint(coop, 1);
    RegulationText liability = text(coop, RegulationKind.LIABILITY, 1, false);
    coop.chain().push(decide(coop, 1, liability.digest(), founder(2)));
    coop.chain().push(paper(new PaperActions.AdoptByBoard(liability, 1)));
    assertThat(inForce(coop, 1).by()).isEqualTo(Office.Body.BOARD);
    RegulationText next = text(coop, RegulationKind.LIABILITY, 2, false);
    long decision = coop.decide(QuestionType.REGULATION, next.digest());
    coop.chain().push(paper(new PaperActions.Adopt(next, decision)));
    assertThat(inForce(coop, 1).digest()).isEqualTo(next.digest());
    assertThat(coop.row(CooperativeAccounts.PAPER, "versions", 10_001, Regulation.class))
        .map(Regulation::digest)
        .contains(liability.digest());
    assertThat(coop.view().executive().regulations())
        .extracting(Regulation::digest)
        .containsExactly(next.digest());
    RegulationText third = text(coop, RegulationKind.LIABILITY, 3, false);
    coop.chain().push(decide(coop, 2, third.digest(), founder(2)));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(paper(new PaperActions.AdoptByBoard(third, 2))),
        Reason.SUBORDINATE_CONFLICT);
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(paper(new PaperActions.Adopt(next, decision))),
        Reason.PAPER_VERSION);
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-22")
  void regulation_onFunds_takesTheMeetingToo(Cooperative coop, Meetings meetings) {
    RegulationText loans = text(coop, RegulationKind.LOANS, 1, true);
    long decision = coop.decide(QuestionType.REGULATION, loans.digest());
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(paper(new PaperActions.Adopt(loans, decision))),
        Reason.FUNDS_NEED_MEETING);
    long meeting = meetings.hold(agenda(new AgendaItem(
        1,
        ItemType.FUND_RULES,
        "О ссудах",
        "Утвердить положение о ссудах",
        List.of(),
        loans.digest())));
    coop.chain().push(paper(new PaperActions.AdoptFunds(loans, decision, meeting, 1)));
    assertThat(inForce(coop, 100).meeting())
        .isEqualTo(meetings.meeting(meeting).requireHeld().decision(1).id());
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-20")
  @Tag("COUNCIL-21")
  @Tag("PLAT-06")
  void secrets_areReadByThoseWhoMay_logged_andBreachesNameTheCouncil(Cooperative coop) {
    appoint(coop, 1);
    ClassificationText list = new ClassificationText(
        COOP,
        1,
        List.of(new SecretCategory(1, "Закупочные цены", List.of(Office.BOARD_CHAIRMAN))),
        digest("rules of work with secrets"));
    long decision = coop.decide(QuestionType.CLASSIFICATION, list.digest());
    coop.chain().push(paper(new PaperActions.Classify(list, decision)));
    long id = Cooperative.number(coop.chain()
        .push(paper(new PaperActions.Mark(COOP, digest("prices"), 1, CHAIRMAN), CHAIRMAN)));
    coop.chain().push(paper(new PaperActions.Read(COOP, id, founder(2)), founder(2)));
    assertRefused(
        coop.chain(),
        () -> coop.chain().push(paper(new PaperActions.Read(COOP, id, founder(3)), founder(3))),
        Reason.NO_SECRET_ACCESS);
    SecretPaper paper =
        coop.row(CooperativeAccounts.PAPER, "secrets", id, SecretPaper.class).orElseThrow();
    SecretRead entry = coop.row(
            CooperativeAccounts.PAPER, "reads", (id << 32) + 1, SecretRead.class)
        .orElseThrow();
    assertThat(SecretRead.isLog(paper, List.of(entry))).isTrue();
    Breach.Report report =
        new Breach.Report(id, digest("a price list was copied"), TimePointSec.of(coop.now()));
    coop.chain().push(paper(new PaperActions.ReportBreach(COOP, founder(5), report), founder(5)));
    assertThat(coop.row(CooperativeAccounts.PAPER, "breaches", 1, Breach.class)
            .orElseThrow()
            .responsible())
        .isEqualTo(Cooperative.FOUNDERS);
  }
}
