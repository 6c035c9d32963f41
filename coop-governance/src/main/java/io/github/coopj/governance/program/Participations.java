package io.github.coopj.governance.program;

import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programmes one member takes part in.
 *
 * @param member account of the member
 * @param participations one entry a programme, the latest consent to it, in the order of consenting
 */
public record Participations(Name member, List<ParticipationRecord> participations) {
  /** Copies the list. */
  public Participations {
    participations = List.copyOf(participations);
  }

  /**
   * A member's part in one programme.
   *
   * @param programme number of the programme
   * @return empty if he takes no part
   */
  public Optional<Participation> of(long programme) {
    return participations.stream()
        .filter(entry -> entry.programme() == programme)
        .findFirst()
        .map(Participation::restore);
  }

  /**
   * The same with a consent, which replaces an earlier one to the same programme (CPP-09).
   *
   * @param entry the part that the member takes from now on
   * @return the programmes afterwards
   */
  public Participations with(ParticipationRecord entry) {
    List<ParticipationRecord> next = new ArrayList<>(participations);
    next.removeIf(existing -> existing.programme() == entry.programme());
    next.add(entry);
    return new Participations(member, next);
  }
}
