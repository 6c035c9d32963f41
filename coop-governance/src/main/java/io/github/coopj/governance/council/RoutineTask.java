package io.github.coopj.governance.council;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Optional;

/** A routine matter that an automated system may decide under a {@link SignatureGrant} (COUNCIL-06). */
public sealed interface RoutineTask permits AdmissionChecklist, Spending {
  /**
   * Whose matter it is.
   *
   * @return account of the cooperative
   */
  Name cooperative();

  /**
   * Kind of question.
   *
   * @return the kind
   */
  QuestionType type();

  /**
   * Subject of the question.
   *
   * @return digest of what it is about
   */
  Checksum256 subject();

  /**
   * Papers that the decision rests on.
   *
   * @return their digests
   */
  List<Checksum256> materials();

  /**
   * What the matter costs.
   *
   * @return the amount, or nothing where no money moves
   */
  Optional<Asset> price();

  /**
   * Refuses a matter that cannot be decided in favour.
   *
   * @throws io.github.coopj.governance.GovernanceException with the criterion that is not met
   */
  void requireReady();
}
