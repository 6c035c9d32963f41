package io.github.coopj.governance.audit;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.audit.Audits.CHARTER;
import static io.github.coopj.governance.audit.Audits.COOP;
import static io.github.coopj.governance.audit.Audits.paper;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.task.OpenTask;
import io.github.coopj.governance.task.Task;
import io.github.coopj.governance.task.TaskSource;
import io.github.coopj.governance.task.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RemarkTaskTest {
  private static final List<Mandate> SEATS = List.of(Audits.seat(member(5), Office.BOARD_CHAIRMAN));

  @Test
  @Tag("AUDIT-10")
  void remark_makesATask_dueAsManyDaysAfterItsDelivery() {
    RemarkContent content =
        new RemarkContent(COOP, 3, RemarkKind.REMARK, Office.Body.BOARD, paper("remark"));
    DeliveredRemark remark = Remark.issue(
            content, Audits.decision(20, content.topic(), Audits.of(3), NOW))
        .deliver(SEATS, member(5), NOW);
    OpenTask task = Task.of(8, remark, CHARTER);
    assertThat(task.snapshot().source()).isEqualTo(TaskSource.REMARK);
    assertThat(task.snapshot().decision()).isEqualTo(3);
    assertThat(task.snapshot().text().executor()).isEqualTo(Office.Body.BOARD);
    assertThat(task.snapshot().text().what()).isEqualTo(content.digest());
    assertThat(task.dueOn(CHARTER)).isEqualTo(remark.dueOn(CHARTER)).hasToString("2026-05-31");
    assertThat(Task.of(8, remark, CharterFixtures.platform("audit.responseDays", "10"))
            .dueOn(CHARTER))
        .hasToString("2026-05-11");
    MandateRegister register = MandateRegister.of(SEATS);
    assertThat(task.done(member(5), paper("evidence"), register, NOW).snapshot().status())
        .isEqualTo(TaskStatus.DONE);
    assertRefused(() -> task.done(member(4), paper("evidence"), register, NOW), Reason.NOT_IN_BODY);
  }
}
