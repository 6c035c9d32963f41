package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.HashSet;
import java.util.List;

/**
 * Powers of the Board in one version (полномочия правления; COUNCIL-19).
 *
 * @param cooperative account of the cooperative
 * @param version 1 or more
 * @param acts what its chairman may do in the name of the cooperative, each once
 * @param limit most that one act may cost, in the currency of the charter
 */
public record PowersText(Name cooperative, int version, List<ActKind> acts, Asset limit) {
  /** Refuses a version below 1, an act named twice and a negative limit. */
  public PowersText {
    acts = List.copyOf(acts);
    if (version < 1 || limit.isNegative() || new HashSet<>(acts).size() != acts.size()) {
      throw new InvalidValueException(
          "powers have a version of 1 or more, acts once each and a limit, got " + version + ", "
              + acts + ", " + limit);
    }
  }

  /**
   * Subject of the Council's question BOARD_POWERS.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BOARD_POWERS, this);
  }
}
