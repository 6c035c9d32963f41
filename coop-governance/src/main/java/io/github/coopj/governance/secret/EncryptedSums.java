package io.github.coopj.governance.secret;

import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sums of the ballots that count, still encrypted: {@code A = Σα}, {@code B = Σβ} for every option of every item. Ballots are
 * added in batches of any size; the sums stay as small as one ballot.
 */
public final class EncryptedSums {
  private final SecretElection election;
  private final List<List<Pair>> sums;

  private EncryptedSums(SecretElection election, List<List<Pair>> sums) {
    this.election = election;
    this.sums = sums;
  }

  /**
   * Sums without a ballot.
   *
   * @param election the election
   * @return neutral elements everywhere
   */
  public static EncryptedSums empty(SecretElection election) {
    return new EncryptedSums(
        election,
        election.content().items().stream()
            .map(item -> Collections.nCopies(item.options().size(), Pair.NOTHING))
            .toList());
  }

  /**
   * Sums from what was stored.
   *
   * @param election the election
   * @param items what {@link #items()} gave
   * @return the sums
   * @throws InvalidValueException when items or options are not those of the election
   */
  public static EncryptedSums restore(SecretElection election, List<ItemSum> items) {
    List<SecretItem> expected = election.content().items();
    Parts.require(
        items.size() == expected.size(),
        "sums must be of " + expected.size() + " items, got " + items.size());
    for (int i = 0; i < items.size(); i++) {
      Parts.require(
          items.get(i).item() == expected.get(i).item()
              && items.get(i).options().size() == expected.get(i).options().size(),
          "sums of item " + expected.get(i).item() + " are missing or have other options");
    }
    return new EncryptedSums(
        election,
        items.stream()
            .map(item -> item.options().stream().map(CipherSum::pair).toList())
            .toList());
  }

  /**
   * Adds ballots that were accepted as valid ({@link SecretElection#requireValid}) and count.
   *
   * @param ballots the ballots, may be none
   * @return the sums with them
   * @throws InvalidValueException for a ballot of another election
   */
  public EncryptedSums add(List<SecretBallot> ballots) {
    List<List<Pair>> next = new ArrayList<>();
    sums.forEach(item -> next.add(new ArrayList<>(item)));
    for (SecretBallot ballot : ballots) {
      Parts.require(
          ballot.election().equals(election.digest()) && ballot.items().size() == next.size(),
          "sums take ballots of their own election only, got one of " + ballot.voter());
      for (int i = 0; i < next.size(); i++) {
        List<Pair> item = next.get(i);
        for (int o = 0; o < item.size(); o++) {
          item.set(o, item.get(o).plus(Pair.of(ballot.items().get(i).options().get(o))));
        }
      }
    }
    return new EncryptedSums(election, next.stream().map(List::copyOf).toList());
  }

  /**
   * What is stored and published.
   *
   * @return the sums by item
   */
  public List<ItemSum> items() {
    List<ItemSum> items = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      items.add(new ItemSum(
          election.content().items().get(i).item(),
          sums.get(i).stream().map(CipherSum::of).toList()));
    }
    return items;
  }

  SecretElection election() {
    return election;
  }

  Pair of(int index, int option) {
    return sums.get(index).get(option);
  }
}
