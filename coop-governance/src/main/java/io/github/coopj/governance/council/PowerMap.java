package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.List;

/**
 * Who in the Council answers for which area (распределение полномочий; COUNCIL-24).
 *
 * @param cooperative account of the cooperative
 * @param areas the areas, each once; at least one
 */
public record PowerMap(Name cooperative, List<Area> areas) {
  /**
   * An area and who holds it.
   *
   * @param title name of the area, such as the accounts
   * @param holders members of the Council
   */
  public record Area(String title, List<Name> holders) {
    /** Refuses an area without a name. */
    public Area {
      holders = List.copyOf(holders);
      if (title.isBlank()) {
        throw new InvalidValueException("an area needs a title");
      }
    }
  }

  /** Refuses an empty map and an area named twice. */
  public PowerMap {
    areas = List.copyOf(areas);
    if (areas.isEmpty() || areas.stream().map(Area::title).distinct().count() != areas.size()) {
      throw new InvalidValueException("a map names areas, each once, got " + areas);
    }
  }

  /**
   * Subject of the question of the map.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.POWER_MAP, this);
  }

  /**
   * Refuses a map that the Council did not decide, or that leaves an area to nobody or to somebody outside.
   *
   * @param decision the Council's decision on {@link #digest()}
   * @param council the Council
   * @param now the moment
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, NO_HOLDER, NOT_IN_COUNCIL
   */
  public void requireAdopted(DecisionInForce decision, Council council, Instant now) {
    decision.requireAbout(QuestionType.POWER_MAP, digest());
    for (Area area : areas) {
      if (area.holders().isEmpty()) {
        throw new GovernanceException(Reason.NO_HOLDER, "area", area.title());
      }
      for (Name holder : area.holders()) {
        council.requireMember(holder, now);
      }
    }
  }

  /**
   * Areas that nobody in office holds any more, so that the Council has to distribute them anew.
   *
   * @param council the Council
   * @param now the moment
   * @return titles in the order of the map
   */
  public List<String> vacant(Council council, Instant now) {
    return areas.stream()
        .filter(area -> area.holders().stream().noneMatch(holder -> council.isMember(holder, now)))
        .map(Area::title)
        .toList();
  }
}
