package io.github.coopj.governance.fund;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;

/**
 * One member's balance in the share fund, over all programmes.
 *
 * @param member account of the member
 * @param balance what the cooperative owes back
 */
public record MemberShare(Name member, Asset balance) {}
