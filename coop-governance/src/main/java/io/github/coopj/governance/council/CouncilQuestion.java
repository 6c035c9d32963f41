package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.matter.Matter;
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
 * @param matter what it is about, apart from how it is to be decided (MEET-01, MEET-12)
 */
public record CouncilQuestion(
    QuestionType type,
    Checksum256 subject,
    List<Checksum256> materials,
    VotingForm form,
    Matter matter) {
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
   * A question on a matter of its own.
   *
   * @param type kind of question
   * @param subject digest of what it is about
   * @param materials digests of the papers that the decision rests on
   * @param form how the Council votes on it
   */
  public CouncilQuestion(
      QuestionType type, Checksum256 subject, List<Checksum256> materials, VotingForm form) {
    this(type, subject, materials, form, Matter.OWN);
  }

  /**
   * The same question on a matter.
   *
   * @param about the matter
   * @return a question that differs in its matter only
   */
  public CouncilQuestion on(Matter about) {
    return new CouncilQuestion(type, subject, materials, form, about);
  }

  CouncilQuestion about(Checksum256 other) {
    return new CouncilQuestion(
        type, other, materials, form, new Matter(matter.kind(), matterKey()));
  }

  /**
   * What decisions of the general meeting on the same are found by.
   *
   * @return key of the matter, or the subject if the matter is its own
   */
  public Checksum256 matterKey() {
    return matter.keyOr(subject);
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
