package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import java.util.HashSet;
import java.util.List;

/**
 * What is put to the Council.
 *
 * @param type kind of question
 * @param subject digest of what it is about
 * @param materials digests of the papers that the decision rests on, each once; an empty list says that there are none
 *     (CHAIR-08)
 * @param form how the Council votes on it
 */
public record CouncilQuestion(
    QuestionType type, Checksum256 subject, List<Checksum256> materials, VotingForm form) {
  /** Refuses papers without a digest or named twice. */
  public CouncilQuestion {
    materials = List.copyOf(materials);
    if (materials.contains(Checksum256.ZERO)) {
      throw new InvalidValueException("a paper is named by its digest");
    }
    if (new HashSet<>(materials).size() != materials.size()) {
      throw new InvalidValueException("the materials name a paper twice: " + materials);
    }
  }

  /**
   * A question of a session that rests on no papers.
   *
   * @param type kind of question
   * @param subject digest of what it is about
   * @return the question
   */
  public static CouncilQuestion of(QuestionType type, Checksum256 subject) {
    return new CouncilQuestion(type, subject, List.of(), VotingForm.SESSION);
  }
}
