package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.Optional;

/** Who signs a decision of the Council, or refuses to (ESIG-03, CHAIR-11, CHAIR-14). */
final class Signatory {
  private Signatory() {}

  /**
   * Refuses anybody else than who signs: the acting Chairman, or on the Chairman's own suspension the first deputy.
   *
   * @throws GovernanceException NOT_CHAIRMAN, CHAIRMAN_EXCLUDED, NOT_TEMPORARY_SCOPE
   */
  static void require(QuestionType type, Council council, Name signer, Instant now) {
    Optional<Name> signatory = council.actingChairman(now);
    if (type == QuestionType.SUSPEND_CHAIRMAN) {
      if (council.isChairman(signer, now)) {
        throw new GovernanceException(Reason.CHAIRMAN_EXCLUDED, "chairman", signer);
      }
      signatory = council.deputies(now).stream().findFirst();
    }
    if (!signatory.equals(Optional.of(signer))) {
      throw new GovernanceException(
          Reason.NOT_CHAIRMAN,
          "signer",
          signer,
          "chairman",
          signatory.map(Name::toString).orElse("nobody"));
    }
    if (!type.isUrgent() && council.isTemporaryChairman(signer, now)) {
      throw new GovernanceException(Reason.NOT_TEMPORARY_SCOPE, "signer", signer, "type", type);
    }
  }
}
