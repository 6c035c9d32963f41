package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.MerkleTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Freezes a roll in steps of bounded size, so that it can be drawn up whatever the number of members (MEET-16): first all
 * members are gathered in the order of their accounts, one account for each person (ORG-04), then those on the roll are hashed in
 * the same order. Number and digest are those of {@link Roll#ofVoters}, whatever the sizes of the steps and whatever happens to
 * memberships between them: each is looked at as of the moment the roll is frozen at.
 */
public final class RollBuilder {
  /** The most accounts of one step. */
  public static final int MAX_BATCH = 1_000;

  private static final Comparator<Voter> FIRST =
      Comparator.comparing(Voter::kind).thenComparing(Voter::account);

  private final RollBuilding row;

  private RollBuilder(RollBuilding row) {
    this.row = row;
  }

  static RollBuilder begin(long meeting, ConveningAct act) {
    return new RollBuilder(new RollBuilding(
        meeting,
        act.decisionId(),
        act.effectiveAt(),
        false,
        Name.EMPTY,
        0,
        MerkleTree.Frontier.EMPTY));
  }

  /**
   * A roll as stored.
   *
   * @param row a row that {@link #snapshot} gave
   * @return the roll
   * @throws InvalidValueException if the parts contradict each other
   */
  public static RollBuilder restore(RollBuilding row) {
    if (row.meeting() < 1
        || row.members() < row.tree().size()
        || (!row.gathered() && row.tree().size() > 0)) {
      throw new InvalidValueException(
          "the roll of meeting " + row.meeting() + " contradicts itself");
    }
    return new RollBuilder(row);
  }

  /**
   * The roll as stored.
   *
   * @return the row
   */
  public RollBuilding snapshot() {
    return row;
  }

  /**
   * This roll, if an act is the one that freezes it.
   *
   * @param act decision of the Council, or signature of a demander
   * @return the roll
   * @throws GovernanceException ROLL_OF_OTHER_DECISION
   */
  public RollBuilder requireOf(ConveningAct act) {
    if (row.decision() != act.decisionId() || !row.at().equals(act.effectiveAt())) {
      throw new GovernanceException(
          Reason.ROLL_OF_OTHER_DECISION, "decision", act.decisionId(), "expected", row.decision());
    }
    return this;
  }

  /**
   * How many accounts the next step takes.
   *
   * @param limit how many at most
   * @return the limit
   * @throws InvalidValueException unless it is 1 to {@link #MAX_BATCH}
   */
  public int step(int limit) {
    if (limit < 1 || limit > MAX_BATCH) {
      throw new InvalidValueException(
          "a roll is drawn up 1 to " + MAX_BATCH + " accounts at once, got " + limit);
    }
    return limit;
  }

  /**
   * Looks at the next members.
   *
   * @param batch accounts after {@code last} in their order, none left out
   * @param end whether no account follows them
   * @param holders by which account a person is on the roll so far
   * @return the roll and what changes
   * @throws GovernanceException OUT_OF_ORDER if an account does not follow the one before; WRONG_STATE if all have been gathered
   */
  public RollPart gather(List<RollCandidate> batch, boolean end, RollHolders holders) {
    requireGathered(false);
    Set<Name> added = new LinkedHashSet<>();
    List<Name> removed = new ArrayList<>();
    Map<Checksum256, Voter> changed = new LinkedHashMap<>();
    Name last = row.last();
    for (RollCandidate next : batch) {
      Voter voter = next.voter();
      last = requireAfter(last, voter.account());
      if (!next.member()) {
        continue;
      }
      if (!voter.key().equals(Checksum256.ZERO)) {
        @Nullable Voter holder = Optional.ofNullable(changed.get(voter.key()))
            .or(() -> holders.holder(voter.key()))
            .orElse(null);
        if (holder != null && FIRST.compare(holder, voter) <= 0) {
          continue;
        }
        if (holder != null && !added.remove(holder.account())) {
          removed.add(holder.account());
        }
        changed.put(voter.key(), voter);
      }
      added.add(voter.account());
    }
    RollBuilding next = new RollBuilding(
        row.meeting(),
        row.decision(),
        row.at(),
        end,
        end ? Name.EMPTY : last,
        row.members() + added.size() - removed.size(),
        row.tree());
    return new RollPart(
        new RollBuilder(next), List.copyOf(added), removed, List.copyOf(changed.values()));
  }

  /**
   * Hashes the next accounts on the roll.
   *
   * @param batch accounts on the roll after {@code last} in their order, none left out
   * @return the roll, sealed once all are hashed
   * @throws GovernanceException OUT_OF_ORDER if an account does not follow the one before; WRONG_STATE while members are gathered
   */
  public RollBuilder seal(List<Name> batch) {
    requireGathered(true);
    MerkleTree.Frontier tree = row.tree();
    Name last = row.last();
    for (Name account : batch) {
      last = requireAfter(last, account);
      tree = tree.append(Roll.leaf(account));
    }
    return restore(
        new RollBuilding(row.meeting(), row.decision(), row.at(), true, last, row.members(), tree));
  }

  /**
   * Whether the roll is complete.
   *
   * @return true once all members are gathered and hashed
   */
  public boolean isSealed() {
    return row.gathered() && row.tree().size() == row.members();
  }

  /**
   * The complete roll.
   *
   * @return number and digest
   * @throws GovernanceException WRONG_STATE before it is sealed
   */
  public RollSeal seal() {
    if (!isSealed()) {
      throw wrongState(row.gathered() ? "SEALING" : "GATHERING", "SEALED");
    }
    return new RollSeal(row.members(), MerkleTree.seal(row.members(), row.tree().root()));
  }

  private void requireGathered(boolean gathered) {
    if (row.gathered() != gathered) {
      throw wrongState(
          row.gathered() ? "SEALING" : "GATHERING", gathered ? "SEALING" : "GATHERING");
    }
  }

  private GovernanceException wrongState(String state, String needed) {
    return new GovernanceException(
        Reason.WRONG_STATE,
        "what",
        "roll of meeting " + row.meeting(),
        "state",
        state,
        "needed",
        needed);
  }

  private static Name requireAfter(Name last, Name next) {
    if (next.compareTo(last) <= 0) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", next, "notBefore", last);
    }
    return next;
  }
}
