package io.github.coopj.governance.confidential;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * List of what is a commercial secret (перечень сведений, составляющих коммерческую тайну) with the rules of work with it,
 * in one version (COUNCIL-20).
 *
 * @param cooperative account of the cooperative
 * @param version 1 or more
 * @param categories the list, each number once
 * @param rules digest of the rules of work with secrets
 */
public record ClassificationText(
    Name cooperative, int version, List<SecretCategory> categories, Checksum256 rules) {
  /** Refuses a list without version or rules, and a number used twice. */
  public ClassificationText {
    categories = List.copyOf(categories);
    long numbers = categories.stream().map(SecretCategory::number).distinct().count();
    if (version < 1 || rules.equals(Checksum256.ZERO) || numbers != categories.size()) {
      throw new InvalidValueException(
          "a list of secrets has a version, rules and each number once, got version " + version);
    }
  }

  /**
   * Subject of the Council's question CLASSIFICATION.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.CLASSIFICATION, this);
  }
}
