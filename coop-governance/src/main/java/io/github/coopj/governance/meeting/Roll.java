package io.github.coopj.governance.meeting;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.MerkleTree;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The frozen list of those who may take part in a meeting (список пайщиков, MEET-16): sorted by account name, each once.
 *
 * <p>Its digest seals the root of a {@link MerkleTree}, so anyone holding the digest can be shown with a few hashes that an account was
 * on the roll ({@link #proof}). Joining or leaving later changes neither the digest nor the number.
 */
public final class Roll implements RollLookup {
  private final List<Name> accounts;
  private final Checksum256 digest;

  private Roll(List<Name> accounts) {
    this.accounts = accounts;
    this.digest = MerkleTree.seal(
        accounts.size(), MerkleTree.Frontier.of(leaves(accounts)).root());
  }

  /**
   * Freezes a roll.
   *
   * @param accounts the accounts in any order, each once, none empty
   * @return the roll
   * @throws InvalidValueException if an account is empty or comes twice
   */
  public static Roll of(Collection<Name> accounts) {
    List<Name> sorted = new ArrayList<>(accounts);
    Collections.sort(sorted);
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).isEmpty()) {
        throw new InvalidValueException("a roll cannot hold an empty account name");
      }
      if (i > 0 && sorted.get(i).equals(sorted.get(i - 1))) {
        throw new InvalidValueException(
            "a roll names each account once, got twice " + sorted.get(i));
      }
    }
    return new Roll(List.copyOf(sorted));
  }

  /**
   * Freezes a roll of members with one account for each voter (ORG-04): of several members with one key the individual,
   * and among equals the first by account name.
   *
   * @param members members in any order, each account once
   * @return the roll
   * @throws InvalidValueException if an account is empty or comes twice
   */
  public static Roll ofVoters(Collection<Voter> members) {
    List<Voter> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparing(Voter::kind).thenComparing(Voter::account));
    Set<Checksum256> seen = new HashSet<>();
    List<Name> accounts = new ArrayList<>();
    for (Voter voter : sorted) {
      if (voter.key().equals(Checksum256.ZERO) || seen.add(voter.key())) {
        accounts.add(voter.account());
      }
    }
    return of(accounts);
  }

  /**
   * Number on the roll: the N of every quorum of the meeting.
   *
   * @return 0 or more
   */
  public int size() {
    return accounts.size();
  }

  /**
   * The accounts in order.
   *
   * @return unmodifiable, sorted
   */
  public List<Name> accounts() {
    return accounts;
  }

  /**
   * Digest over the number and all accounts.
   *
   * @return what the meeting records
   */
  public Checksum256 digest() {
    return digest;
  }

  @Override
  public boolean contains(Name account) {
    return Collections.binarySearch(accounts, account) >= 0;
  }

  /**
   * Shows that an account is on the roll.
   *
   * @param account an account on the roll
   * @return proof that needs nothing but the digest to be checked
   * @throws InvalidValueException if the account is not on the roll
   */
  public RollProof proof(Name account) {
    int index = Collections.binarySearch(accounts, account);
    if (index < 0) {
      throw new InvalidValueException("no proof can be given, the roll does not hold " + account);
    }
    MerkleTree.Inclusion inclusion = MerkleTree.inclusion(leaves(accounts), index);
    return new RollProof(account, index, accounts.size(), inclusion.path());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Roll roll && accounts.equals(roll.accounts);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "Roll[" + accounts.size() + ", " + digest + "]";
  }

  static Checksum256 leaf(Name account) {
    return Checksum256.sha256(ByteBuffer.allocate(9)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0)
        .putLong(account.value())
        .array());
  }

  private static List<Checksum256> leaves(List<Name> accounts) {
    return accounts.stream().map(Roll::leaf).toList();
  }
}
