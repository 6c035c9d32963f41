package io.github.coopj.governance.secret;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import io.github.coopj.governance.charter.AnswerOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The voter's side: encrypts answers and proves that they are answers. Runs on the voter's device. */
public final class BallotSealer {
  private BallotSealer() {}

  /**
   * Seals a ballot.
   *
   * @param election the election, whose content the voter has checked
   * @param voter account of the member whose vote it is
   * @param answers the option taken, by number of the item; an item without one is blank
   * @param chance four numbers are drawn for every option and three for every item
   * @return the ballot
   * @throws InvalidValueException for an item that is not secret or an option that it does not offer
   */
  public static SecretBallot seal(
      SecretElection election,
      Name voter,
      Map<Integer, AnswerOption> answers,
      ScalarSource chance) {
    List<SecretItem> items = election.content().items();
    requireOffered(items, answers);
    List<List<Opening>> openings = new ArrayList<>();
    List<List<Ciphertext>> ciphertexts = new ArrayList<>();
    for (SecretItem item : items) {
      List<Opening> ofItem = new ArrayList<>();
      for (AnswerOption option : item.options()) {
        int bit = option == answers.get(item.item()) ? 1 : 0;
        Scalar r = chance.next();
        ofItem.add(new Opening(bit, r, Pair.encrypt(election.publicKey(), bit, r)));
      }
      openings.add(ofItem);
      ciphertexts.add(ofItem.stream().map(each -> each.pair.ciphertext()).toList());
    }
    Checksum256 all = SecretBallot.ciphertexts(ciphertexts);
    List<SealedItem> sealed = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      sealed.add(seal(
          new Voting(election, voter, items.get(i).item(), all),
          openings.get(i),
          ciphertexts.get(i),
          chance));
    }
    return new SecretBallot(election.digest(), voter, sealed);
  }

  private static void requireOffered(List<SecretItem> items, Map<Integer, AnswerOption> answers) {
    for (Map.Entry<Integer, AnswerOption> answer : answers.entrySet()) {
      Parts.require(
          items.stream()
              .anyMatch(item ->
                  item.item() == answer.getKey() && item.options().contains(answer.getValue())),
          "no secret item " + answer.getKey() + " offers " + answer.getValue());
    }
  }

  private static SealedItem seal(
      Voting voting, List<Opening> options, List<Ciphertext> ciphertexts, ScalarSource chance) {
    List<OrProof> proofs = new ArrayList<>();
    Opening sum = new Opening(0, Scalar.ZERO, Pair.NOTHING);
    for (int o = 0; o < options.size(); o++) {
      proofs.add(voting.prove(o, options.get(o), chance));
      sum = sum.plus(options.get(o));
    }
    return new SealedItem(
        voting.item, ciphertexts, proofs, voting.prove(SecretElection.SUM, sum, chance));
  }

  /** A ciphertext with what it was made of. */
  private record Opening(int bit, Scalar r, Pair pair) {
    Opening plus(Opening other) {
      return new Opening(bit + other.bit, r.plus(other.r), pair.plus(other.pair));
    }
  }

  /** What the statements of one item have in common. */
  private record Voting(SecretElection election, Name voter, int item, Checksum256 ciphertexts) {
    OrProof prove(int option, Opening opening, ScalarSource chance) {
      return OrProof.prove(
          Parts.statement(election.digest(), voter, item, option, ciphertexts),
          election.publicKey(),
          opening.pair,
          opening.bit,
          opening.r,
          chance);
    }
  }
}
