package io.github.coopj.governance.confidential;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.COOP;
import static io.github.coopj.governance.act.Executives.board;
import static io.github.coopj.governance.act.Executives.decision;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretPaperTest {
  private static final Checksum256 DOCUMENT = Fixtures.paper("prices");
  private static final Checksum256 RULES = Fixtures.paper("rules of work with secrets");
  private static final Name REVISOR = Name.of("revisor");
  private static final MandateRegister MANDATES = MandateRegister.of(Councils.mandates(4))
      .and(board(2).mandates())
      .and(List.of(Councils.mandate(REVISOR, Office.AUDIT_MEMBER)));

  private static ClassificationText text(int version, Office... readers) {
    return new ClassificationText(
        COOP, version, List.of(new SecretCategory(1, "Закупочные цены", List.of(readers))), RULES);
  }

  private static Classification list(ClassificationText text, Optional<Classification> before) {
    return Classification.adopt(
        text, decision(9, QuestionType.CLASSIFICATION, text.digest()), before);
  }

  private static Classification list() {
    return list(text(1, Office.BOARD_CHAIRMAN), Optional.empty());
  }

  private static SecretPaper paper() {
    return SecretPaper.mark(1, DOCUMENT, 1, member(2), list(), MANDATES, NOW);
  }

  @Test
  @Tag("COUNCIL-20")
  void list_isAVersion_byDecisionOfTheCouncil() {
    Classification first = list();
    assertThat(first.decision()).isEqualTo(9);
    Classification second = list(text(2, Office.MEMBER), Optional.of(first));
    assertThat(second.text().version()).isEqualTo(2);
    assertRefused(
        Reason.PAPER_VERSION,
        "PAPER_VERSION paper=\"list of secrets\" version=2 expected=3",
        () -> list(text(2, Office.MEMBER), Optional.of(second)));
    assertRefused(
        () -> Classification.adopt(
            text(1), decision(9, QuestionType.OTHER, text(1).digest()), Optional.empty()),
        Reason.DECISION_OF_OTHER_TYPE);
    assertRefused(
        () -> Classification.adopt(
            text(1), decision(9, QuestionType.CLASSIFICATION, DOCUMENT), Optional.empty()),
        Reason.DECISION_ON_OTHER_SUBJECT);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ClassificationText(
            COOP,
            1,
            List.of(new SecretCategory(1, "a", List.of()), new SecretCategory(1, "b", List.of())),
            RULES));
  }

  @Test
  @Tag("COUNCIL-20")
  void read_holdersOfNamedOfficesOnly_andTheCommission_eachLogged() {
    SecretPaper paper = paper();
    List<SecretRead> log = new ArrayList<>();
    for (Name reader : List.of(member(1), REVISOR)) {
      SecretRead entry = paper.read(reader, list(), MANDATES, NOW);
      log.add(entry);
      paper = paper.after(entry);
    }
    SecretPaper read = paper;
    assertThat(log).extracting(SecretRead::number).containsExactly(1L, 2L);
    assertThat(SecretRead.isLog(read, log)).isTrue();
    assertThat(SecretRead.isLog(read, log.subList(0, 1))).isFalse();
    assertThat(SecretRead.isLog(read, log.subList(1, 2))).isFalse();
    assertThat(SecretRead.isLog(read, List.of(log.get(1), log.get(0)))).isFalse();
    for (Name outsider : List.of(CHAIRMAN, member(2), member(9))) {
      assertRefused(
          Reason.NO_SECRET_ACCESS,
          "NO_SECRET_ACCESS account=" + outsider + " paper=1",
          () -> read.read(outsider, list(), MANDATES, NOW));
    }
    Instant end = Instant.parse("2031-05-01T12:00:00Z");
    read.read(member(1), list(), MANDATES, end.minusSeconds(1));
    assertRefused(() -> read.read(member(1), list(), MANDATES, end), Reason.NO_SECRET_ACCESS);
    assertThat(RecordCodec.of(SecretPaper.class)
            .decode(RecordCodec.of(SecretPaper.class).encode(read)))
        .isEqualTo(read);
  }

  @Test
  @Tag("COUNCIL-20")
  void mark_byCouncilOrBoard_inACategoryOfTheList() {
    assertThat(paper().category()).isEqualTo(1);
    SecretPaper.mark(1, DOCUMENT, 1, member(1), list(), MANDATES, NOW);
    for (Name outsider : List.of(REVISOR, member(9))) {
      assertRefused(
          () -> SecretPaper.mark(1, DOCUMENT, 1, outsider, list(), MANDATES, NOW),
          Reason.NO_SECRET_ACCESS);
    }
    assertRefused(
        Reason.NOT_CLASSIFIED,
        "NOT_CLASSIFIED category=2 version=1",
        () -> SecretPaper.mark(1, DOCUMENT, 2, member(1), list(), MANDATES, NOW));
  }

  @Test
  @Tag("COUNCIL-21")
  void breach_namesTheCouncilInOffice_whenItHappened() {
    Council council = Councils.of(3).withEnded(member(2), NOW.plusSeconds(100));
    Breach.Report before = new Breach.Report(1, DOCUMENT, TimePointSec.of(NOW.plusSeconds(99)));
    Breach.Report after = new Breach.Report(1, DOCUMENT, TimePointSec.of(NOW.plusSeconds(100)));
    Instant now = NOW.plusSeconds(200);
    Name reporter = member(7);
    Breach breach =
        Breach.record(1, before, paper(), reporter, (account, at) -> true, council, now);
    assertThat(breach.responsible()).isEqualTo(Councils.members(3));
    assertThat(breach.reportedAt()).isEqualTo(TimePointSec.of(now));
    assertThat(Breach.record(1, after, paper(), reporter, (account, at) -> true, council, now)
            .responsible())
        .isEqualTo(Councils.members(2));
    assertRefused(
        Reason.NOT_AN_ACTIVE_MEMBER,
        "NOT_AN_ACTIVE_MEMBER account=memberh",
        () -> Breach.record(1, before, paper(), reporter, (a, at) -> false, council, now));
    for (Instant happened : List.of(NOW.minusSeconds(1), now.plusSeconds(1))) {
      assertRefused(
          () -> Breach.record(
              1,
              new Breach.Report(1, DOCUMENT, TimePointSec.of(happened)),
              paper(),
              reporter,
              (a, at) -> true,
              council,
              now),
          Reason.OUT_OF_ORDER);
    }
    assertThat(RecordCodec.of(Breach.class).decode(RecordCodec.of(Breach.class).encode(breach)))
        .isEqualTo(breach);
  }
}
