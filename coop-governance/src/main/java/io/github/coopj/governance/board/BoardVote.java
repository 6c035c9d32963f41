package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentSignature;

/**
 * Signed vote of one member of the Board.
 *
 * @param vote how
 * @param signature who, over {@link BoardQuestion#voteDigest}
 */
public record BoardVote(Vote vote, DocumentSignature signature) {
  /**
   * Who voted.
   *
   * @return the signer
   */
  public Name member() {
    return signature.signer();
  }
}
