package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Vote;

/**
 * Vote of one member.
 *
 * @param member who voted
 * @param vote how
 */
public record VoteEntry(Name member, Vote vote) {}
