package io.github.coopj.governance.council;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * What the general meeting is told of a decision without signature (CHAIR-11).
 *
 * @param decision number of the decision
 * @param type kind of question
 * @param subject digest of what it is about
 * @param hash hash that was to be signed
 * @param refusedBy who refused the signature; empty if nobody did and it is only missing
 * @param grounds grounds of the refusal; empty without one
 * @param escalatedAt when the question went to the general meeting
 */
public record Escalation(
    @AbiType("uint64") long decision,
    QuestionType type,
    Checksum256 subject,
    Checksum256 hash,
    Name refusedBy,
    String grounds,
    TimePointSec escalatedAt) {}
