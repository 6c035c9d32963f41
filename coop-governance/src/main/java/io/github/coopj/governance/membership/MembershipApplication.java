package io.github.coopj.governance.membership;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.person.PersonKind;
import java.util.Objects;

/**
 * Content of an application for membership (заявление на вступление).
 *
 * @param cooperative the cooperative it is addressed to
 * @param account who applies
 * @param kind kind of person
 * @param personDigest see {@link io.github.coopj.governance.person.Person#digest}
 * @param representative account of the individual who applies for a sole proprietor or an organization; empty for an
 *     individual
 * @param authorityDocument digest of the document that gives the representative of an organization his powers; zero
 *     where none is needed
 * @param submittedAt when it was written
 */
public record MembershipApplication(
    Name cooperative,
    Name account,
    PersonKind kind,
    Checksum256 personDigest,
    Name representative,
    Checksum256 authorityDocument,
    TimePointSec submittedAt) {
  /** Refuses an application of nobody, to nobody, or by a representative nobody needs. */
  public MembershipApplication {
    Objects.requireNonNull(submittedAt, "submittedAt");
    if (cooperative.isEmpty() || account.isEmpty()) {
      throw new InvalidValueException("an application names a cooperative and an account");
    }
    if (personDigest.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("an application names a person by digest");
    }
    if (kind == PersonKind.INDIVIDUAL && !representative.isEmpty()) {
      throw new InvalidValueException(
          "an individual applies himself, got representative " + representative);
    }
    if (representative.equals(account)) {
      throw new InvalidValueException("a representative has an account of his own, got " + account);
    }
  }

  /**
   * Digest of the application, the subject of the Council's question.
   *
   * @return digest of the document
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.APPLICATION, this);
  }
}
