package io.github.coopj.governance.body;

import io.github.coopj.governance.charter.ChairmanAct;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What officers do in the name of a cooperative (CHAIR-02, CHAIR-03, BCHAIR-06). */
public enum ActKind {
  /** Represent the cooperative before others. */
  REPRESENT(ChairmanAct.REPRESENT),
  /** Conclude a contract (BOARD-11). */
  CONTRACT(ChairmanAct.CONCLUDE_CONTRACTS),
  /** Pay what is in the estimate. */
  PAYMENT(ChairmanAct.PAY),
  /** Open or manage an account at a bank. */
  ACCOUNT(ChairmanAct.MANAGE_ACCOUNTS),
  /** Issue a power of attorney. */
  POWER_OF_ATTORNEY(ChairmanAct.ISSUE_POWERS_OF_ATTORNEY),
  /** Pay what is not in the estimate (смета); only by decision, with the account it is paid from (BOARD-04). */
  OFF_BUDGET(null),
  /** Hire an employee (BOARD-12). */
  HIRE(null),
  /** Dismiss an employee (BOARD-12). */
  DISMISS(null),
  /** Set or change the rules of pay (BCHAIR-07). */
  PAY_RULES(null),
  /** Order something to employees (BCHAIR-04). */
  ORDER(null),
  /** Carry out economic activity (BOARD-05). */
  OPERATION(null),
  /** Direct a branch, an office or another unit (BOARD-07). */
  UNIT(null);

  private final @Nullable ChairmanAct chairman;

  ActKind(@Nullable ChairmanAct chairman) {
    this.chairman = chairman;
  }

  /**
   * What the charter has to let the Chairman of the Council do for it.
   *
   * @return the act, or nothing for what is the Board's
   */
  public Optional<ChairmanAct> chairman() {
    return Optional.ofNullable(chairman);
  }

  /**
   * Whether money is spent, so that the act names an amount.
   *
   * @return true for payments in and out of the estimate
   */
  public boolean isSpending() {
    return this == PAYMENT || this == OFF_BUDGET;
  }

  /**
   * Whether it concerns employees, so that it takes commercial activity (BOARD-12).
   *
   * @return true for hiring, dismissal and pay
   */
  public boolean isStaff() {
    return this == HIRE || this == DISMISS || this == PAY_RULES;
  }
}
