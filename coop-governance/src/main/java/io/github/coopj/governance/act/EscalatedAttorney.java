package io.github.coopj.governance.act;

import io.github.coopj.crypto.Checksum256;

/** Refused or unanswered; the Council decides in the place of its Chairman. */
public final class EscalatedAttorney extends AttorneyRequest {
  EscalatedAttorney(AttorneyRequestRecord data) {
    super(data);
  }

  /**
   * Subject of the Council's question SECTION, by which the power is issued without the Chairman.
   *
   * @return digest of the power
   */
  public Checksum256 subject() {
    return data.attorney().digest();
  }
}
