package io.github.coopj.chain.system;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;

/**
 * Where the planned emission stands: the row of the table {@code emission}. All amounts are minor units of the system
 * token.
 *
 * @param tactNumber number of the tact, 1 for the first
 * @param tactStart when it began
 * @param threshold fees of the tact up to which nothing is issued
 * @param tactFees fees paid in the tact
 * @param tactEmission issued in the tact
 * @param supply all there is
 * @param plan the plan that was decided
 */
@AbiName("emission_state")
public record EmissionState(
    @AbiName("tact_number") @AbiType("uint64") long tactNumber,
    @AbiName("tact_start") TimePointSec tactStart,
    long threshold,
    @AbiName("tact_fees") long tactFees,
    @AbiName("tact_emission") long tactEmission,
    long supply,
    EmissionPlan plan) {

  /** Begins the first tact of a plan. */
  static EmissionState begin(EmissionPlan plan, long supply, TimePointSec now) {
    return new EmissionState(1, now, plan.threshold(supply), 0, 0, supply, plan);
  }

  /**
   * The tact that a moment belongs to: this one, or a later one that has begun since. Tacts follow one another without gaps,
   * however late this is noticed; in those that nobody noticed nothing was paid.
   */
  EmissionState at(TimePointSec now) {
    long passed = (now.seconds() - tactStart.seconds()) / plan.tactSeconds();
    if (passed < 1) {
      return this;
    }
    return new EmissionState(
        tactNumber + passed,
        new TimePointSec(tactStart.seconds() + passed * plan.tactSeconds()),
        plan.threshold(supply),
        0,
        0,
        supply,
        plan);
  }

  /** After a payment of fees in this tact, with what is issued for it. */
  EmissionState pay(long fee) {
    long fees = Math.addExact(tactFees, fee);
    long due = plan.due(threshold, fees, supply);
    return new EmissionState(
        tactNumber,
        tactStart,
        threshold,
        fees,
        Math.addExact(tactEmission, due),
        Math.addExact(supply, due),
        plan);
  }

  /** With another plan from this tact on; what was paid and issued in it stays. */
  EmissionState replan(EmissionPlan decided) {
    return new EmissionState(
        tactNumber,
        tactStart,
        decided.threshold(supply - tactEmission),
        tactFees,
        tactEmission,
        supply,
        decided);
  }
}
