package io.github.coopj.governance.section;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.Objects;

/**
 * What is decided when a section is founded (KU-01, DMEET-01). A section has a number and a title but no account: it is no
 * legal entity (KU-02).
 *
 * @param cooperative account of the cooperative
 * @param principle by what the section unites its members
 * @param ground why the cooperative has sections
 * @param title title of the section, not blank
 * @param scope which places or activities it covers, not blank
 */
public record SectionPlan(
    Name cooperative,
    SectionPrinciple principle,
    SectionGround ground,
    String title,
    String scope) {
  /** Refuses a section of nobody, without a title or without a scope. */
  public SectionPlan {
    Objects.requireNonNull(principle, "principle");
    Objects.requireNonNull(ground, "ground");
    if (cooperative.isEmpty()) {
      throw new InvalidValueException("a section belongs to a cooperative");
    }
    if (title.isBlank() || scope.isBlank()) {
      throw new InvalidValueException("a section needs a title and a scope");
    }
  }

  /**
   * Subject of the decision that founds the section.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECTION_FOUNDING, this);
  }
}
