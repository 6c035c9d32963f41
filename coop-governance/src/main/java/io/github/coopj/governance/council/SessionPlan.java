package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import java.util.HashSet;
import java.util.List;

/**
 * Who calls the Council together, for what and when.
 *
 * @param cooperative account of the cooperative
 * @param callers who call, each once; at least one
 * @param agenda digests of what is to be considered
 * @param opensAt when the session may be opened
 */
public record SessionPlan(
    Name cooperative, List<Name> callers, List<Checksum256> agenda, TimePointSec opensAt) {
  /** Refuses a session that nobody calls, or one twice. */
  public SessionPlan {
    callers = List.copyOf(callers);
    agenda = List.copyOf(agenda);
    if (callers.isEmpty() || new HashSet<>(callers).size() != callers.size()) {
      throw new InvalidValueException("a session names who calls it, each once, got " + callers);
    }
  }
}
