package io.github.coopj.governance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuditIndependenceTest {
  /** Everything that holds a state of the commission, its questions, its checks or its papers. */
  private static final List<Class<?>> STATES = List.of(
      AuditCommission.class,
      AuditQuestion.class,
      VotingAuditQuestion.class,
      AuditDecision.class,
      RejectedAuditQuestion.class,
      AuditCheck.class,
      PlannedCheck.class,
      RunningCheck.class,
      ConcludedCheck.class,
      AuditConclusion.class,
      Remark.class,
      IssuedRemark.class,
      OpenRemark.class,
      DeliveredRemark.class,
      AcceptedRemark.class,
      ObjectedRemark.class,
      ExecutedRemark.class,
      EscalatedRemark.class);

  @Test
  @Tag("AUDIT-07")
  void commission_hasNoMove_thatTakesAnActOfTheCouncilOrTheBoard() {
    List<String> foreign = new ArrayList<>();
    int moves = 0;
    for (Class<?> state : STATES) {
      List<Executable> members = Stream.concat(
              Arrays.stream(state.getDeclaredMethods()),
              Arrays.stream(state.getDeclaredConstructors()))
          .map(Executable.class::cast)
          .toList();
      for (Executable member : members) {
        moves++;
        for (Class<?> parameter : member.getParameterTypes()) {
          String home = parameter.getPackageName();
          if (home.startsWith("io.github.coopj.governance.council")
              || home.startsWith("io.github.coopj.governance.board")) {
            foreign.add(member.toString());
          }
        }
      }
    }
    assertThat(foreign).isEmpty();
    assertThat(moves).isGreaterThan(STATES.size());
    // Nobody but the commission decides, and what it has decided has no further move.
    assertThat(Arrays.stream(AuditDecision.class.getDeclaredMethods())
            .filter(method -> AuditQuestion.class.isAssignableFrom(method.getReturnType()))
            .toList())
        .isEmpty();
  }
}
