package io.github.coopj.governance.meeting;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.document.MerkleTree;

/**
 * A roll under construction as it is stored. Who is on it so far is stored beside it, account by account.
 *
 * @param meeting number of the meeting
 * @param decision decision of the Council that freezes it; 0 where a demander does
 * @param at the moment it is frozen at: the act took effect
 * @param gathered whether all members have been looked at
 * @param last account looked at last, empty at the beginning and once all have been
 * @param members number on the roll so far
 * @param tree tree over the accounts in order, as far as they are hashed
 */
public record RollBuilding(
    @AbiType("uint64") long meeting,
    @AbiType("uint64") long decision,
    TimePointSec at,
    boolean gathered,
    Name last,
    long members,
    MerkleTree.Frontier tree) {}
