package io.github.coopj.chain.consensus;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The watermark of each producer whose blocks were seen. A process that signs blocks keeps those of its own producers
 * durably: whoever forgets them may sign two blocks that contradict each other.
 *
 * @param entries one a producer, in the order of names
 */
public record Watermarks(List<Watermark> entries) {
  /** Nobody has signed anything. */
  public static final Watermarks NONE = new Watermarks(List.of());

  /** Byte form, to keep them. */
  public static final Codec<Watermarks> CODEC = RecordCodec.of(Watermarks.class);

  /** Copies the list and checks its order. */
  public Watermarks {
    entries = List.copyOf(entries);
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).producer().compareTo(entries.get(i).producer()) >= 0) {
        throw new InvalidValueException("watermarks are in the order of producers, each once: "
            + entries.get(i - 1).producer() + ", " + entries.get(i).producer());
      }
    }
  }

  /**
   * Watermark of a producer.
   *
   * @param producer the producer
   * @return its watermark, if it has signed anything
   */
  public Optional<Watermark> of(Name producer) {
    return entries.stream().filter(entry -> entry.producer().equals(producer)).findFirst();
  }

  /**
   * Takes note of a block on whatever fork.
   *
   * @param signed header of a block that its producer signed
   * @return the watermarks with it
   */
  public Watermarks after(BlockHeader signed) {
    NavigableMap<Name, Watermark> all = byName();
    Watermark mark = new Watermark(signed.producer(), signed.number(), signed.timestamp());
    all.merge(signed.producer(), mark, (old, added) -> old.raised(added.block(), added.slot()));
    return new Watermarks(List.copyOf(all.values()));
  }

  /**
   * Puts together what two sources know.
   *
   * @param others watermarks, for example those kept before a restart
   * @return for each producer the higher number and the later slot
   */
  public Watermarks and(Watermarks others) {
    NavigableMap<Name, Watermark> all = byName();
    for (Watermark other : others.entries()) {
      all.merge(other.producer(), other, (old, added) -> old.raised(added.block(), added.slot()));
    }
    return new Watermarks(List.copyOf(all.values()));
  }

  private NavigableMap<Name, Watermark> byName() {
    NavigableMap<Name, Watermark> all = new TreeMap<>();
    entries.forEach(entry -> all.put(entry.producer(), entry));
    return all;
  }
}
