package io.github.coopj.governance.body;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.mandate;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.CharterFixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MandateRegisterTest {
  private static final Mandate CHAIR = mandate(member(0), Office.CHAIRMAN);
  private static final Mandate SEAT = mandate(member(1), Office.MEMBER);
  private static final Mandate AUDIT = mandate(member(2), Office.AUDIT_CHAIRMAN);
  private static final Mandate OVER = new Mandate(
      member(3),
      Office.BOARD_MEMBER,
      TimePointSec.EPOCH,
      TimePointSec.of(NOW),
      Ground.ofCouncil(3));
  private static final MandateRegister REGISTER =
      MandateRegister.of(List.of(CHAIR, SEAT)).and(List.of(AUDIT, OVER));

  @Test
  void register_answers_whoHoldsWhat() {
    assertThat(REGISTER.all()).containsExactly(CHAIR, SEAT, AUDIT, OVER);
    assertThat(REGISTER.inForce(NOW)).containsExactly(CHAIR, SEAT, AUDIT);
    assertThat(REGISTER.inForce(NOW.minusSeconds(1))).containsExactly(OVER);
    assertThat(REGISTER.heldBy(member(1), NOW)).containsExactly(SEAT);
    assertThat(REGISTER.heldBy(member(3), NOW)).isEmpty();
    assertThat(REGISTER.of(Office.CHAIRMAN, NOW)).containsExactly(CHAIR);
    assertThat(REGISTER.outside(Office.Body.COUNCIL)).containsExactly(AUDIT, OVER);
    assertThat(MandateRegister.EMPTY.all()).isEmpty();
    assertThat(MandateRegister.EMPTY.and(REGISTER.all()))
        .isEqualTo(REGISTER)
        .hasSameHashCodeAs(REGISTER)
        .hasToString(REGISTER.toString())
        .isNotEqualTo(MandateRegister.EMPTY);
  }

  @Test
  @Tag("COUNCIL-30")
  void with_checksEveryOffice_againstAllOthers() {
    Mandate newSeat = mandate(member(3), Office.MEMBER);
    MandateRegister changed =
        REGISTER.with(Office.Body.COUNCIL, List.of(CHAIR, newSeat), CharterFixtures.rf(), NOW);
    assertThat(changed.all()).containsExactly(AUDIT, OVER, CHAIR, newSeat);

    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=memberc office=AUDIT_CHAIRMAN other=MEMBER",
        () -> REGISTER.with(
            Office.Body.COUNCIL,
            List.of(CHAIR, mandate(member(2), Office.MEMBER)),
            CharterFixtures.platform(),
            NOW));
    assertRefused(
        Reason.INCOMPATIBLE_OFFICES,
        "INCOMPATIBLE_OFFICES account=membera office=CHAIRMAN other=AUDIT_MEMBER",
        () -> REGISTER.with(
            Office.Body.AUDIT,
            List.of(mandate(member(0), Office.AUDIT_MEMBER)),
            CharterFixtures.platform(),
            NOW));
    MandateRegister sections = REGISTER.with(
        Office.Body.SECTION,
        List.of(mandate(member(0), Office.SECTION_CHAIRMAN)),
        CharterFixtures.rf(),
        NOW);
    assertThat(sections.heldBy(member(0), NOW)).hasSize(2);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> REGISTER.with(Office.Body.BOARD, List.of(SEAT), CharterFixtures.platform(), NOW))
        .withMessage("BOARD has no office MEMBER");
  }

  @Test
  void ground_ofTheCouncil_isNotThatOfAMeeting_withTheSameNumber() {
    assertThat(Ground.ofCouncil(7)).isNotEqualTo(Ground.ofMeeting(7));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Ground.ofCouncil(0));
  }
}
