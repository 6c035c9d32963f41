package io.github.coopj.governance.audit;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentSignature;

/**
 * Signed vote of one member of the Revision commission.
 *
 * @param vote how
 * @param signature who, over {@link AuditQuestion#voteDigest}
 */
public record AuditVote(Vote vote, DocumentSignature signature) {
  /**
   * Who voted.
   *
   * @return the signer
   */
  public Name member() {
    return signature.signer();
  }
}
