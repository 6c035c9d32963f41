package io.github.coopj.governance.board;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What is put to the Board.
 *
 * @param cooperative account of the cooperative
 * @param id number of the question, 1 or more
 * @param subject digest of what it is about
 * @param regulation digest of the regulation on the Board that it stands on
 */
public record BoardQuestion(
    Name cooperative, @AbiType("uint64") long id, Checksum256 subject, Checksum256 regulation) {
  /** Refuses a question without number or subject. */
  public BoardQuestion {
    if (id < 1) {
      throw new InvalidValueException(
          "a question of the Board needs a number of 1 or more, got " + id);
    }
    if (subject.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a question of the Board has a subject");
    }
  }

  /**
   * What a member signs to vote.
   *
   * @param vote how he votes
   * @return digest over question and vote
   */
  public Checksum256 voteDigest(Vote vote) {
    return DocumentDigest.of(DocumentType.BOARD_DECISION, new BoardVoteContent(this, vote));
  }
}
