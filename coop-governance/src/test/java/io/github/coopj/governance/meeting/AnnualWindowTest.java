package io.github.coopj.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.governance.charter.AnnualPolicy;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MEET-09")
class AnnualWindowTest {
  private static final AnnualPolicy POLICY = Fixtures.platform().annual();

  @ParameterizedTest(name = "year ends {0}: {1} -> {2}")
  @CsvSource({
    "--12-31,2026-02-28,false",
    "--12-31,2026-03-01,true",
    "--12-31,2026-06-30,true",
    "--12-31,2026-07-01,false",
    "--12-31,2028-02-29,false",
    "--12-31,2028-03-01,true",
    "--12-31,2028-06-30,true",
    "--12-31,2026-12-31,false",
    "--12-31,2026-01-01,false",
    "--06-30,2026-08-31,false",
    "--06-30,2026-09-01,true",
    "--06-30,2026-12-31,true",
    "--06-30,2027-01-01,false",
    "--09-30,2026-11-30,false",
    "--09-30,2026-12-01,true",
    "--09-30,2027-03-31,true",
    "--09-30,2027-04-01,false",
    "--02-29,2027-04-30,false",
    "--02-29,2027-05-01,true",
    "--02-29,2028-04-30,false",
    "--02-29,2028-05-01,true",
    "--02-29,2028-08-31,true",
    "--02-29,2028-09-01,false",
    "--08-30,2026-10-30,false",
    "--08-30,2026-10-31,true",
    "--08-30,2027-02-27,true",
    "--08-30,2027-02-28,false"
  })
  void contains_boundaryDays(MonthDay yearEnd, LocalDate date, boolean allowed) {
    assertThat(AnnualWindow.near(date, yearEnd, POLICY).contains(date)).isEqualTo(allowed);
  }

  @Test
  void isOverdue_fromTheDayAfterTheWindow_unlessHeld() {
    AnnualWindow window = AnnualWindow.after(LocalDate.of(2025, 12, 31), POLICY);
    assertThat(window)
        .isEqualTo(new AnnualWindow(
            LocalDate.of(2025, 12, 31), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 7, 1)));
    assertThat(window.isOverdue(LocalDate.of(2026, 6, 30), false)).isFalse();
    assertThat(window.isOverdue(LocalDate.of(2026, 7, 1), false)).isTrue();
    assertThat(window.isOverdue(LocalDate.of(2026, 7, 1), true)).isFalse();
  }

  @Test
  void constructor_refuses_datesOutOfOrder() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new AnnualWindow(
            LocalDate.of(2025, 12, 31), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 3, 1)))
        .withMessage("annual window must lie after 2025-12-31, got 2026-07-01 until 2026-03-01");
  }
}
