package io.github.coopj.chain.consensus;

import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is irreversible, by the rule of Antelope nodes: a block that {@code 2n/3 + 1} producers have built upon is
 * proposed as irreversible by whoever completes that count; a block that so many producers have proposed is
 * irreversible (CHAIN-02).
 *
 * @param proposedIrreversible latest block proposed as irreversible, 0 for none
 * @param irreversible latest irreversible block, 0 for none
 * @param lastProduced last block of each active producer
 * @param lastImplied block that each active producer last implied to be irreversible
 * @param confirmationsMissing for each of the latest blocks, oldest first, how many confirmations it still lacks
 */
public record DposFinality(
    long proposedIrreversible,
    long irreversible,
    NavigableMap<Name, Long> lastProduced,
    NavigableMap<Name, Long> lastImplied,
    List<Integer> confirmationsMissing) {
  /** State of block 1. */
  public static final DposFinality GENESIS =
      new DposFinality(0, 0, new TreeMap<>(), new TreeMap<>(), List.of());

  private static final int MAX_TRACKED = 1024;

  /** Copies maps and list. */
  public DposFinality {
    lastProduced = Collections.unmodifiableNavigableMap(new TreeMap<>(lastProduced));
    lastImplied = Collections.unmodifiableNavigableMap(new TreeMap<>(lastImplied));
    confirmationsMissing = List.copyOf(confirmationsMissing);
  }

  /**
   * How many earlier blocks a producer may confirm with its next block: those after its last own block and after the
   * last irreversible one.
   *
   * @param producer producer of the next block
   * @param head number of the block before it
   * @return 0 to 65535
   */
  public int confirmable(Name producer, long head) {
    return confirmable(lastProduced.getOrDefault(producer, 0L), head);
  }

  /**
   * How many earlier blocks may be confirmed by a producer that confirmed before, on whatever fork.
   *
   * @param confirmedBefore highest block number that the producer signed or confirmed so far, 0 for none
   * @param head number of the block before its next one
   * @return 0 to 65535; 0 if it confirmed the head's number before
   */
  public int confirmable(long confirmedBefore, long head) {
    long from = Math.max(irreversible, confirmedBefore);
    return (int) Math.max(0, Math.min(0xffff, head - from));
  }

  /**
   * Adds a block.
   *
   * @param block its number
   * @param producer its producer
   * @param confirmed how many earlier blocks it confirms
   * @param producers all active producers
   * @return the state with the block
   * @throws ChainException PRODUCER_DOUBLE_CONFIRM if it confirms a block that its producer confirmed before
   */
  public DposFinality next(long block, Name producer, int confirmed, List<Name> producers) {
    Long own = lastProduced.get(producer);
    if (own != null && own >= block - confirmed) {
      throw new ChainException(
          ChainError.PRODUCER_DOUBLE_CONFIRM,
          "producer " + producer + " confirms " + confirmed + " blocks before " + block
              + ", its last block is " + own);
    }
    List<Integer> missing = new ArrayList<>(confirmationsMissing);
    if (missing.size() == MAX_TRACKED) {
      missing.subList(0, 1).clear();
    }
    missing.add(producers.size() * 2 / 3 + 1);
    long proposed = proposedIrreversible;
    for (int i = missing.size() - 1, left = confirmed + 1; i >= 0 && left > 0; i--, left--) {
      int rest = missing.get(i) - 1;
      missing.set(i, rest);
      if (rest == 0) {
        proposed = block - (missing.size() - 1 - i);
        missing = new ArrayList<>(missing.subList(i + 1, missing.size()));
        break;
      }
    }
    NavigableMap<Name, Long> implied = new TreeMap<>(lastImplied);
    implied.put(producer, proposedIrreversible);
    NavigableMap<Name, Long> produced = new TreeMap<>(lastProduced);
    produced.put(producer, block);
    return new DposFinality(proposed, irreversibleBy(implied), produced, implied, missing);
  }

  /**
   * Follows a change of the schedule: producers that stay keep their records, new ones start at the last irreversible
   * block.
   *
   * @param producers producers of the schedule that becomes active
   * @return the state under that schedule
   */
  public DposFinality under(List<Name> producers) {
    NavigableMap<Name, Long> produced = new TreeMap<>();
    NavigableMap<Name, Long> implied = new TreeMap<>();
    for (Name producer : producers) {
      produced.put(producer, lastProduced.getOrDefault(producer, irreversible));
      implied.put(producer, lastImplied.getOrDefault(producer, irreversible));
    }
    return new DposFinality(
        proposedIrreversible, irreversible, produced, implied, confirmationsMissing);
  }

  /** As nodes do, counts those that have produced under the schedule; before the first block there is nobody. */
  private long irreversibleBy(NavigableMap<Name, Long> implied) {
    List<Long> numbers = new ArrayList<>(implied.values());
    Collections.sort(numbers);
    return Math.max(irreversible, numbers.get((numbers.size() - 1) / 3));
  }
}
