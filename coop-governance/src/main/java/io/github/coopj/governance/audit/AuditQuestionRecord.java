package io.github.coopj.governance.audit;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.body.Vote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A question of the Revision commission as it is stored.
 *
 * @param id number of the question, 1 or more
 * @param topic what it is about
 * @param proposer who put it
 * @param openedAt when the vote began
 * @param closesAt first second in which nobody may vote any more
 * @param status how far it has come
 * @param votes signed votes in the order of voting; once counted, those that counted
 * @param decidedAt when the votes were counted; the epoch while voting
 */
public record AuditQuestionRecord(
    @AbiType("uint64") long id,
    AuditTopic topic,
    Name proposer,
    TimePointSec openedAt,
    TimePointSec closesAt,
    AuditQuestionStatus status,
    List<AuditVote> votes,
    TimePointSec decidedAt) {
  /** Keeps a copy of the votes. */
  public AuditQuestionRecord {
    votes = List.copyOf(votes);
  }

  AuditQuestionRecord voted(AuditVote vote) {
    List<AuditVote> all = new ArrayList<>(votes);
    all.add(vote);
    return with(status, all, decidedAt);
  }

  AuditQuestionRecord with(AuditQuestionStatus next, List<AuditVote> counting, TimePointSec at) {
    return new AuditQuestionRecord(id, topic, proposer, openedAt, closesAt, next, counting, at);
  }

  List<Name> votersFor() {
    return votes.stream()
        .filter(vote -> vote.vote() == Vote.FOR)
        .map(AuditVote::member)
        .toList();
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    String what = "question " + id + " of the Revision commission";
    if (id < 1 || proposer.isEmpty()) {
      throw new InvalidValueException(what + " needs number and proposer");
    }
    if (closesAt.compareTo(openedAt) <= 0) {
      throw new InvalidValueException(what + " must close after it opens");
    }
    Set<Name> voters = new HashSet<>();
    for (AuditVote vote : votes) {
      if (!voters.add(vote.member())) {
        throw new InvalidValueException(what + " has two votes of " + vote.member());
      }
    }
    boolean decided = status != AuditQuestionStatus.VOTING;
    if (decided == decidedAt.equals(TimePointSec.EPOCH)
        || (decided && decidedAt.compareTo(openedAt) < 0)) {
      throw new InvalidValueException(
          what + " is " + status + ", so its count must say " + decided);
    }
    if (status == AuditQuestionStatus.ADOPTED && votersFor().isEmpty()) {
      throw new InvalidValueException(what + " is adopted without a vote for");
    }
  }
}
