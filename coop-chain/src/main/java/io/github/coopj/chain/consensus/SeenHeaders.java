package io.github.coopj.chain.consensus;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Headers that were found to be signed by the producer of their slot, of whatever branch, whether their blocks are still
 * kept, were settled, dropped, found wrong, or came too late. Two of each producer and slot are enough.
 */
final class SeenHeaders {
  private static final int ENOUGH = 2;

  private final Map<Checksum256, Seen> byId = new LinkedHashMap<>();
  private final Map<Turn, List<Seen>> byTurn = new HashMap<>();

  /** A header with its signature, and what follows from the headers up to it. */
  record Seen(Evidence.Signed signed, BlockState state) {}

  private record Turn(Name producer, long slot) {
    static Turn of(BlockState state) {
      return new Turn(state.header().producer(), state.header().timestamp().slot());
    }
  }

  /** State of a block that was seen. */
  Optional<BlockState> state(Checksum256 id) {
    return Optional.ofNullable(byId.get(id)).map(Seen::state);
  }

  /** Adds a header; of more than a number of them the first ones go. */
  void add(Evidence.Signed signed, BlockState state, int most) {
    List<Seen> turn = byTurn.computeIfAbsent(Turn.of(state), each -> new ArrayList<>(1));
    if (turn.size() == ENOUGH || byId.containsKey(state.id())) {
      return;
    }
    Seen seen = new Seen(signed, state);
    turn.add(seen);
    byId.put(state.id(), seen);
    while (byId.size() > most) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    Iterator<Seen> all = byId.values().iterator();
    Seen first = all.next();
    all.remove();
    Turn turn = Turn.of(first.state());
    byTurn.computeIfPresent(turn, (each, there) -> {
      there.remove(first);
      return there.isEmpty() ? null : there;
    });
  }

  /** Another header of the same producer and slot. */
  Optional<Evidence.Signed> other(BlockState state) {
    return byTurn.getOrDefault(Turn.of(state), List.of()).stream()
        .filter(seen -> !seen.state().id().equals(state.id()))
        .map(Seen::signed)
        .findFirst();
  }
}
