package io.github.coopj.governance.matter;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What a question is about (предмет решения), apart from how it is to be decided: two questions with the same key are about
 * the same, whatever they propose. The body that puts the question names it; nothing is guessed from texts.
 *
 * @param kind the kind of question it would be for the general meeting; {@link ItemType#OTHER} unless a kind fits
 * @param key what names it; {@link Checksum256#ZERO} for a matter of its own, which only the very same paper is about
 */
public record Matter(ItemType kind, Checksum256 key) {
  /** A matter of its own, of no kind. */
  public static final Matter OWN = new Matter(ItemType.OTHER, Checksum256.ZERO);

  /**
   * What a key is made of.
   *
   * @param cooperative account of the cooperative
   * @param name name of the matter in it
   */
  public record Named(Name cooperative, String name) {}

  /**
   * A matter by its name in a cooperative.
   *
   * @param kind the kind of question it would be for the general meeting
   * @param cooperative account of the cooperative
   * @param name name, not blank; blanks around it have no say
   * @return the matter
   */
  public static Matter named(ItemType kind, Name cooperative, String name) {
    if (name.isBlank()) {
      throw new InvalidValueException("a matter needs a name");
    }
    return new Matter(
        kind, DocumentDigest.of(DocumentType.MATTER, new Named(cooperative, name.strip())));
  }

  /**
   * What the standing decision on it is found by.
   *
   * @param subject digest of what is proposed
   * @return the key, or for a matter of its own the subject
   */
  public Checksum256 keyOr(Checksum256 subject) {
    return key.equals(Checksum256.ZERO) ? subject : key;
  }

  /**
   * Refuses what only the general meeting decides (MEET-12). Nobody's leave changes that: it cannot be delegated.
   *
   * @param body the body that is asked
   * @param charter the charter in force
   * @throws GovernanceException EXCLUSIVE_COMPETENCE
   */
  public void requireWithin(Office.Body body, Charter charter) {
    if (charter.competence().isExclusive(kind)) {
      throw new GovernanceException(Reason.EXCLUSIVE_COMPETENCE, "kind", kind, "body", body);
    }
  }
}
