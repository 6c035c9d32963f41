package io.github.coopj.governance.board;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.executive;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.act.Executives;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.meeting.Fixtures;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiabilityRegulationTest {
  private static LiabilityText text(int version) {
    return new LiabilityText(Executives.COOP, version, Fixtures.paper("liability " + version));
  }

  private static LiabilityRegulation adopt(
      int version, Office.Body body, Optional<LiabilityRegulation> before) {
    LiabilityText text = text(version);
    return LiabilityRegulation.adopt(
        text, executive(body, version, text.digest(), NOW.plusSeconds(version)), before);
  }

  @Test
  @Tag("BOARD-06")
  void regulation_isAdoptedByTheBoard_versionByVersion() {
    LiabilityRegulation first = adopt(1, Office.Body.BOARD, Optional.empty());
    assertThat(first.body()).isEqualTo(Office.Body.BOARD);
    assertThat(first.since()).isEqualTo(TimePointSec.of(NOW.plusSeconds(1)));
    LiabilityRegulation second = adopt(2, Office.Body.BOARD, Optional.of(first));
    assertThat(second.text().version()).isEqualTo(2);
    assertThat(second.text().digest()).isNotEqualTo(first.text().digest());
    for (int version : new int[] {1, 3}) {
      assertRefused(
          Reason.LIABILITY_VERSION,
          "LIABILITY_VERSION version=" + version + " expected=2",
          () -> adopt(version, Office.Body.BOARD, Optional.of(first)));
    }
    assertRefused(
        Reason.LIABILITY_VERSION,
        "LIABILITY_VERSION version=2 expected=1",
        () -> adopt(2, Office.Body.BOARD, Optional.empty()));
    byte[] row = RecordCodec.of(LiabilityRegulation.class).encode(second);
    assertThat(RecordCodec.of(LiabilityRegulation.class).decode(row)).isEqualTo(second);
  }

  @Test
  @Tag("BOARD-06")
  @Tag("COUNCIL-09")
  void regulation_isAdoptedByTheCouncil_onlyWhereThereIsNoBoard() {
    assertThat(adopt(1, Office.Body.COUNCIL, Optional.empty()).body())
        .isEqualTo(Office.Body.COUNCIL);
    LiabilityText text = text(1);
    ExecutiveDecision.Source withBoard =
        Executives.source(Optional.of(Executives.board(2)), text.digest(), NOW);
    assertRefused(
        () -> ExecutiveDecision.find(Office.Body.COUNCIL, 1, withBoard, NOW),
        Reason.BOARD_IN_OFFICE);
  }

  @Test
  @Tag("BOARD-06")
  void regulation_isTheOneDecidedOn_ofThisCooperative() {
    ExecutiveDecision decision = executive(Office.Body.BOARD, 1, text(1).digest(), NOW);
    LiabilityText other = new LiabilityText(Executives.COOP, 1, Fixtures.paper("other"));
    assertRefused(
        () -> LiabilityRegulation.adopt(other, decision, Optional.empty()),
        Reason.DECISION_ON_OTHER_SUBJECT);
    LiabilityText foreign =
        new LiabilityText(Name.of("othercoop"), 1, Fixtures.paper("liability 1"));
    assertRefused(
        () -> LiabilityRegulation.adopt(foreign, decision, Optional.empty()),
        Reason.OTHER_COOPERATIVE);
    LiabilityRegulation elsewhere =
        new LiabilityRegulation(foreign, Office.Body.BOARD, 1, TimePointSec.of(NOW));
    assertRefused(
        () -> adopt(2, Office.Body.BOARD, Optional.of(elsewhere)), Reason.OTHER_COOPERATIVE);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new LiabilityText(Executives.COOP, 0, Fixtures.paper("x")));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new LiabilityText(Executives.COOP, 1, Checksum256.ZERO));
  }
}
