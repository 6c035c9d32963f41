package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.Verified;
import java.time.Instant;

/** Who acts: every action that a person takes in a cooperative begins with {@link #acting} (IND-01). */
final class Persons {
  private Persons() {}

  /** Requires that the person authorises the action and is verified in the cooperative. */
  static Verified acting(Context context, Name coop, Name account) {
    context.requireAuthorization(account);
    return verificationOf(context, coop, account).requireVerified(account, now(context));
  }

  /** What the cooperative has on record about the person. */
  static Verification verificationOf(Context context, Name coop, Name account) {
    return verified(context, coop).find(account.value()).orElse(Verification.none(account));
  }

  /** Verifications of a cooperative, in the order of the accounts. */
  static Table<Verification> verified(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.MEMBERSHIP)
        ? context.table(
            MembershipTables.VERIFIED,
            coop,
            Verification.class,
            row -> row.account().value())
        : context.table(
            CooperativeAccounts.MEMBERSHIP,
            MembershipTables.VERIFIED,
            coop,
            Verification.class,
            row -> row.account().value());
  }

  /** Time of the block. */
  static Instant now(Context context) {
    return context.currentTime().toInstant();
  }
}
