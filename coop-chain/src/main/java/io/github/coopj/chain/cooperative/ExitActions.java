package io.github.coopj.chain.cooperative;

import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.membership.Exclusion;
import io.github.coopj.governance.membership.ExitApplication;

/** Data of the actions of {@link MembershipContract} that end a membership, and with it every office of the member. */
public final class ExitActions {
  private ExitActions() {}

  /**
   * Leaves the cooperative. The member authorises it.
   *
   * @param application the application
   * @param signature his signature under it
   */
  @AbiName("leave")
  public record Leave(ExitApplication application, DocumentSignature signature) {}

  /**
   * Excludes a member by decision of the general meeting; anybody may send it.
   *
   * @param exclusion who is excluded and why
   * @param meeting number of the meeting, held
   * @param item number of the adopted item
   */
  @AbiName("exclude")
  public record Exclude(
      Exclusion exclusion, @AbiType("uint64") long meeting, int item) {}
}
