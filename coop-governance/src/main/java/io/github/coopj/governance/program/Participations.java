package io.github.coopj.governance.program;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
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
   * Refuses whoever takes no part in a programme (CPP-05). In the admission programme every member takes part.
   *
   * @param programme number of the programme
   * @throws GovernanceException NOT_A_PARTICIPANT
   */
  public void require(long programme) {
    if (programme != Programme.ADMISSION_ID && of(programme).isEmpty()) {
      throw new GovernanceException(
          Reason.NOT_A_PARTICIPANT, "account", member, "programme", programme);
    }
  }

  /**
   * The same without a programme that the member has left (CPP-16).
   *
   * @param programme number of the programme
   * @return the programmes afterwards
   */
  public Participations without(long programme) {
    return new Participations(
        member,
        participations.stream().filter(entry -> entry.programme() != programme).toList());
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
