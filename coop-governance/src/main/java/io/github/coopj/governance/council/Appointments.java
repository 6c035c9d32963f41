package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom the Council appoints and removes (COUNCIL-16), and whom it lets act as Chairman for a time (CHAIR-14). Members and
 * Chairman of the Council, the Revision commission and whoever else is elected are not for the Council to appoint.
 */
public final class Appointments {
  private Appointments() {}

  /**
   * Refuses an office that is given by election.
   *
   * @param office the office
   * @throws GovernanceException NOT_APPOINTABLE for anything but deputies and the Board
   */
  public static void requireAppointable(Office office) {
    if (office != Office.DEPUTY
        && office != Office.BOARD_CHAIRMAN
        && office != Office.BOARD_MEMBER) {
      throw new GovernanceException(Reason.NOT_APPOINTABLE, "office", office);
    }
  }

  /**
   * Subject of the question of appointing somebody. No question can be put on an office that is given by election, such as
   * that of a chairman of a section (KU-16).
   *
   * @param person who is to be appointed
   * @param office DEPUTY, BOARD_CHAIRMAN or BOARD_MEMBER
   * @return digest for {@link CouncilQuestion}
   * @throws GovernanceException NOT_APPOINTABLE
   */
  public static Checksum256 subject(Name person, Office office) {
    requireAppointable(office);
    return DocumentDigest.of(
        DocumentType.COUNCIL_DECISION, new Council.Appointment(person, office));
  }

  /**
   * Subject of the question of removing a deputy.
   *
   * @param deputy the deputy
   * @return digest for {@link CouncilQuestion}
   */
  public static Checksum256 removalSubject(Name deputy) {
    return DocumentDigest.of(
        DocumentType.COUNCIL_DECISION, new Council.Appointment(deputy, Office.MEMBER));
  }

  /**
   * Subject of the question of electing a temporary acting chairman.
   *
   * @param member who is to act
   * @return digest for {@link CouncilQuestion}
   */
  public static Checksum256 actingSubject(Name member) {
    return DocumentDigest.of(
        DocumentType.COUNCIL_DECISION, new Council.Appointment(member, Office.ACTING_CHAIRMAN));
  }

  /**
   * Removes a deputy from that office; he stays a member, for the general meeting elected him.
   *
   * @param council the Council
   * @param decision the Council's decision on {@link #removalSubject}
   * @param deputy the deputy
   * @param now the moment
   * @return the Council with the deputy as an ordinary member in his place
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, NOT_A_DEPUTY
   */
  public static Council removeDeputy(
      Council council, DecisionInForce decision, Name deputy, Instant now) {
    decision.requireAbout(QuestionType.DEPUTY_REMOVAL, removalSubject(deputy));
    if (!council.deputies(now).contains(deputy)) {
      throw new GovernanceException(Reason.NOT_A_DEPUTY, "account", deputy);
    }
    return council.with(replace(council.mandates(), deputy, Office.MEMBER));
  }

  /**
   * Lets a member act as Chairman while neither Chairman nor deputy does: the temporary acting chairman signs what {@link
   * QuestionType#isUrgent} and has no casting vote.
   *
   * @param council the Council
   * @param decision the Council's decision on {@link #actingSubject}, later than the suspension
   * @param member a member in office other than the Chairman
   * @param now the moment
   * @return the Council under the temporary acting chairman; one elected before acts no more
   * @throws GovernanceException DECISION_OF_OTHER_TYPE, DECISION_ON_OTHER_SUBJECT, DECISION_ALREADY_USED if it is older
   *     than the suspension, NOT_IN_COUNCIL, CHAIRMAN_EXCLUDED, CHAIRMAN_ACTS
   */
  public static Council electActing(
      Council council, DecisionInForce decision, Name member, Instant now) {
    decision.requireAbout(QuestionType.ACTING_CHAIRMAN, actingSubject(member));
    if (decision.id() <= council.suspensionId()) {
      throw new GovernanceException(Reason.DECISION_ALREADY_USED, "decision", decision.id());
    }
    council.requireMember(member, now);
    if (council.isChairman(member, now)) {
      throw new GovernanceException(Reason.CHAIRMAN_EXCLUDED, "chairman", member);
    }
    Optional<Name> acting = chairmanOrDeputy(council, now);
    if (acting.isPresent()) {
      throw new GovernanceException(Reason.CHAIRMAN_ACTS, "acting", acting.get());
    }
    return council.with(replace(council.withoutActing(), member, Office.ACTING_CHAIRMAN));
  }

  /** Who acts as Chairman other than for a time. */
  static Optional<Name> chairmanOrDeputy(Council council, Instant now) {
    return council.actingChairman(now).filter(acting -> !council.isTemporaryChairman(acting, now));
  }

  static Mandate withOffice(Mandate mandate, Office office) {
    return new Mandate(mandate.holder(), office, mandate.from(), mandate.until(), mandate.ground());
  }

  private static List<Mandate> replace(List<Mandate> mandates, Name holder, Office office) {
    List<Mandate> changed = new ArrayList<>();
    for (Mandate mandate : mandates) {
      changed.add(mandate.holder().equals(holder) ? withOffice(mandate, office) : mandate);
    }
    return changed;
  }
}
