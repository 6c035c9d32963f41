package io.github.coopj.governance.secret;

import io.github.coopj.governance.document.DocumentSignature;
import java.util.Optional;

/**
 * One accepted ballot of the public record.
 *
 * @param number 1 for the first ballot accepted, then one more each
 * @param paper the ballot document
 * @param signature signature under it
 * @param secret its secret part, empty where all secret items were left blank without one
 * @param superseded whether a later ballot of the same member counts instead
 */
public record RecordedBallot(
    long number,
    BallotPaper paper,
    DocumentSignature signature,
    Optional<SecretBallot> secret,
    boolean superseded) {}
