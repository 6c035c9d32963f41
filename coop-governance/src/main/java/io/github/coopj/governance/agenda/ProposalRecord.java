package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A proposal as it is stored.
 *
 * @param id number of the proposal, 1 or more
 * @param text what is proposed
 * @param source who proposes it
 * @param ground number of the Revision commission's decision, or of the Council's without signature; 0 for a member's proposal
 * @param status how far it has come
 * @param supporters members behind it in the order of their signatures, the proposer first; empty for the commission's
 * @param submittedAt when it was received
 * @param verdict what the Council decided, once it did
 * @param decision number of the Council's decision; 0 before
 * @param decidedAt when that decision took effect; the epoch before
 * @param courtAct the act of the court that compels it, if any
 * @param meeting number of the meeting it goes to; 0 if none
 * @param item its place there; 0 if none
 */
public record ProposalRecord(
    @AbiType("uint64") long id,
    ProposalText text,
    ProposalSource source,
    @AbiType("uint64") long ground,
    ProposalStatus status,
    List<Name> supporters,
    TimePointSec submittedAt,
    Optional<ProposalVerdict> verdict,
    @AbiType("uint64") long decision,
    TimePointSec decidedAt,
    Optional<CourtAct> courtAct,
    @AbiType("uint64") long meeting,
    int item) {
  /** Copies the supporters. */
  public ProposalRecord {
    supporters = List.copyOf(supporters);
  }

  ProposalRecord supportedBy(Name member) {
    List<Name> all = new ArrayList<>(supporters);
    all.add(member);
    return new ProposalRecord(
        id,
        text,
        source,
        ground,
        status,
        all,
        submittedAt,
        verdict,
        decision,
        decidedAt,
        courtAct,
        meeting,
        item);
  }

  ProposalRecord decided(ProposalVerdict by, long decisionId, TimePointSec at) {
    return new ProposalRecord(
        id,
        text,
        source,
        ground,
        by.included() ? ProposalStatus.INCLUDED : ProposalStatus.REFUSED,
        supporters,
        submittedAt,
        Optional.of(by),
        decisionId,
        at,
        courtAct,
        by.meeting(),
        by.item());
  }

  ProposalRecord compelled(CourtAct act, long toMeeting, int place) {
    return new ProposalRecord(
        id,
        text,
        source,
        ground,
        ProposalStatus.COMPELLED,
        supporters,
        submittedAt,
        verdict,
        decision,
        decidedAt,
        Optional.of(act),
        toMeeting,
        place);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean ofMember = source == ProposalSource.MEMBER;
    boolean decided = status != ProposalStatus.SUBMITTED;
    boolean placed = status == ProposalStatus.INCLUDED || status == ProposalStatus.COMPELLED;
    require(id >= 1, "a number");
    require(ofMember == (ground == 0), "a decision of the commission or none");
    require(ofMember != supporters.isEmpty(), "supporters or none");
    require(!ofMember || supporters.get(0).equals(text.proposer()), "its proposer first");
    require(new HashSet<>(supporters).size() == supporters.size(), "every supporter once");
    require(decided == verdict.isPresent(), "a verdict or none");
    require(decided == (decision > 0), "a decision or none");
    require(decided != decidedAt.equals(TimePointSec.EPOCH), "the time of the decision or none");
    require(
        verdict.isEmpty()
            || (verdict.get().included() == (status == ProposalStatus.INCLUDED)
                && verdict.get().proposal() == id
                && verdict.get().text().equals(text.digest())),
        "the verdict that belongs to it");
    require(
        courtAct.isPresent() == (status == ProposalStatus.COMPELLED), "an act of a court or none");
    require(placed == (meeting > 0 && item > 0), "a place on an agenda or none");
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new InvalidValueException("proposal " + id + " is " + status + ", so it needs " + what);
    }
  }
}
