package io.github.coopj.governance.audit;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.Vote;

/**
 * What a member of the Revision commission signs to vote.
 *
 * @param id number of the question
 * @param topic what it is about
 * @param openedAt when the vote began
 * @param vote how he votes
 */
public record AuditVoteContent(
    @AbiType("uint64") long id, AuditTopic topic, TimePointSec openedAt, Vote vote) {}
