package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * The secret ballots of one cycle of a meeting: what a ballot must look like (MEET-03, MEET-13).
 *
 * <p>E, the digest of the content, is part of every proof and of every ballot, so nothing made for one cycle, agenda, roll or
 * key serves another.
 */
public final class SecretElection {
  /** Number that stands for the sum of all options in a statement. */
  static final int SUM = 255;

  private final ElectionContent content;
  private final Checksum256 digest;
  private final Element publicKey;

  private SecretElection(ElectionContent content) {
    this.content = content;
    this.digest = DocumentDigest.of(DocumentType.SECRET_ELECTION, content);
    this.publicKey = P256.decode(content.keys().publicKey());
  }

  /**
   * An election over a content.
   *
   * @param content what it is about
   * @return the election
   */
  public static SecretElection of(ElectionContent content) {
    return new SecretElection(content);
  }

  /**
   * What it is about.
   *
   * @return the content
   */
  public ElectionContent content() {
    return content;
  }

  /**
   * E: digest over every component of the content.
   *
   * @return what every proof is bound to
   */
  public Checksum256 digest() {
    return digest;
  }

  Element publicKey() {
    return publicKey;
  }

  /**
   * Refuses a ballot that is not of this election and voter, or whose proofs do not hold.
   *
   * @param ballot the ballot
   * @param voter account of the member whose vote it should be
   * @throws GovernanceException SECRET_OTHER_ELECTION, BALLOT_OTHER_MEMBER, SECRET_PROOF_INVALID with the item and what is
   *     wrong: {@code form}, {@code point}, the name of an option, or {@code SUM}
   */
  public void requireValid(SecretBallot ballot, Name voter) {
    if (!ballot.election().equals(digest)) {
      throw new GovernanceException(
          Reason.SECRET_OTHER_ELECTION, "election", ballot.election(), "expected", digest);
    }
    if (!ballot.voter().equals(voter)) {
      throw new GovernanceException(
          Reason.BALLOT_OTHER_MEMBER, "account", ballot.voter(), "expected", voter);
    }
    requireForm(ballot);
    Checksum256 ciphertexts = SecretBallot.ciphertexts(
        ballot.items().stream().map(SealedItem::options).toList());
    for (int i = 0; i < content.items().size(); i++) {
      requireProofs(content.items().get(i), ballot.items().get(i), voter, ciphertexts);
    }
  }

  private void requireForm(SecretBallot ballot) {
    if (ballot.items().size() != content.items().size()) {
      throw invalid(ballot.voter(), 0, "form");
    }
    for (int i = 0; i < content.items().size(); i++) {
      SecretItem item = content.items().get(i);
      SealedItem sealed = ballot.items().get(i);
      if (sealed.item() != item.item()
          || sealed.options().size() != item.options().size()) {
        throw invalid(ballot.voter(), item.item(), "form");
      }
    }
  }

  private void requireProofs(
      SecretItem item, SealedItem sealed, Name voter, Checksum256 ciphertexts) {
    List<AnswerOption> options = item.options();
    Pair sum = Pair.NOTHING;
    for (int o = 0; o < options.size(); o++) {
      Pair pair = pair(sealed.options().get(o), voter, item.item());
      Bytes statement = Parts.statement(digest, voter, item.item(), o, ciphertexts);
      if (!sealed.proofs().get(o).verifies(statement, publicKey, pair)) {
        throw invalid(voter, item.item(), options.get(o).name());
      }
      sum = sum.plus(pair);
    }
    if (!sealed
        .sum()
        .verifies(Parts.statement(digest, voter, item.item(), SUM, ciphertexts), publicKey, sum)) {
      throw invalid(voter, item.item(), "SUM");
    }
  }

  private static Pair pair(Ciphertext ciphertext, Name voter, int item) {
    try {
      return Pair.of(ciphertext);
    } catch (InvalidValueException e) {
      GovernanceException refusal = invalid(voter, item, "point");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private static GovernanceException invalid(Name voter, int item, String proof) {
    return new GovernanceException(
        Reason.SECRET_PROOF_INVALID, "account", voter, "item", item, "proof", proof);
  }
}
