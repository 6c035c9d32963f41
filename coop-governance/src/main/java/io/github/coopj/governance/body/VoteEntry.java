package io.github.coopj.governance.body;

import io.github.coopj.core.name.Name;

/**
 * Vote of one member.
 *
 * @param member who voted
 * @param vote how
 */
public record VoteEntry(Name member, Vote vote) {}
