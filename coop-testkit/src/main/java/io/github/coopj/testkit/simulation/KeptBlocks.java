package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.consensus.Watermarks;
import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The disk of a node: survives a stop, but for the last blocks it received and has not flushed yet. What is irreversible is
 * flushed before anybody is told, and a block made here before anybody sees it.
 */
class KeptBlocks {
  private final List<Parcel> log = new ArrayList<>();
  private final List<Parcel> reversible = new ArrayList<>();
  private final Set<Name> own;
  private Watermarks watermarks = Watermarks.NONE;

  KeptBlocks(Set<Name> own) {
    this.own = Set.copyOf(own);
  }

  /** Keeps a block. */
  void keep(Parcel parcel) {
    reversible.add(parcel);
    if (isOwn(parcel)) {
      watermarks = watermarks.after(parcel.block().header());
    }
  }

  /** Moves a block to the log, which is never changed. */
  void settle(Parcel parcel) {
    log.add(parcel);
    reversible.removeIf(each -> each.block().number() <= parcel.block().number());
  }

  /** The machine stops: up to so many received blocks at the end are gone. */
  void lose(int most) {
    for (int i = 0; i < most && !reversible.isEmpty(); i++) {
      if (isOwn(reversible.get(reversible.size() - 1))) {
        return;
      }
      reversible.remove(reversible.size() - 1);
    }
  }

  private boolean isOwn(Parcel parcel) {
    return own.contains(parcel.block().header().producer());
  }

  /** Irreversible blocks, each after the one it follows. */
  List<Parcel> log() {
    return List.copyOf(log);
  }

  /** All others that were not lost, in the order they came. */
  List<Parcel> reversible() {
    return List.copyOf(reversible);
  }

  Watermarks watermarks() {
    return watermarks;
  }
}
