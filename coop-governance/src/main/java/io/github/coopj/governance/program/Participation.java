package io.github.coopj.governance.program;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.MoneyPolicy;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member's part in a programme. It begins with the signature under the consent to the exact regulation in force
 * (CPP-08, CPP-09, ESIG-06) and lasts under that version until the member consents to another one (CPP-10).
 */
public final class Participation {
  private final ParticipationRecord row;

  private Participation(ParticipationRecord row) {
    this.row = row;
  }

  /**
   * Makes a member a participant, or moves a participant to the version in force.
   *
   * @param consent the consent signed
   * @param signature the member's signature under it
   * @param programme the programme with the version in force
   * @param activeMember whether the account is an active member of the cooperative
   * @param keys which keys sign for which accounts
   * @return the participation, from the time of the signature
   * @throws GovernanceException NOT_AN_ACTIVE_MEMBER, CONSENT_MISMATCH unless the consent is to the regulation in force,
   *     CONSENT_FORGED, OUT_OF_ORDER if signed before the regulation was in force
   */
  public static Participation begin(
      ProgrammeConsent consent,
      DocumentSignature signature,
      Programme.Active programme,
      boolean activeMember,
      SignerKeys keys) {
    ProgrammeConsent expected = ProgrammeConsent.to(programme, consent.member());
    if (!activeMember) {
      throw new GovernanceException(Reason.NOT_AN_ACTIVE_MEMBER, "account", consent.member());
    }
    if (!consent.equals(expected)) {
      throw new GovernanceException(
          Reason.CONSENT_MISMATCH, "consent", describe(consent), "expected", describe(expected));
    }
    Instant signedAt = signature.signedAt().toInstant();
    if (!signature.isGenuine(consent.digest(), consent.member(), keys)) {
      throw new GovernanceException(Reason.CONSENT_FORGED, "account", consent.member());
    }
    if (signedAt.isBefore(programme.since())) {
      throw new GovernanceException(
          Reason.OUT_OF_ORDER, "at", signedAt, "notBefore", programme.since());
    }
    return new Participation(new ParticipationRecord(
        consent.member(),
        consent.programme(),
        consent.version(),
        consent.regulationHash(),
        signature.signedAt()));
  }

  /**
   * The participation of a stored row.
   *
   * @param row a row that {@link #snapshot} gave
   * @return the participation
   */
  public static Participation restore(ParticipationRecord row) {
    return new Participation(row);
  }

  /**
   * The participation as stored.
   *
   * @return the row
   */
  public ParticipationRecord snapshot() {
    return row;
  }

  /**
   * Account of the participant.
   *
   * @return account
   */
  public Name member() {
    return row.member();
  }

  /**
   * From when the member takes part.
   *
   * @return time of the signature
   */
  public Instant since() {
    return row.signedAt().toInstant();
  }

  /**
   * Whether the member has consented to the regulation in force.
   *
   * @param programme the programme
   * @return false for another programme and after a revision not yet consented to
   */
  public boolean isCurrent(Programme.Active programme) {
    ProgrammeRecord current = programme.snapshot();
    return row.programme() == current.id()
        && row.version() == current.version()
        && row.regulationHash().equals(current.regulationHash());
  }

  /**
   * Refuses whoever may not deal with the cooperative under a programme: there is no economic interaction without
   * participation (CPP-05), nor under a regulation that does not bind the member (CPP-10).
   *
   * @param member account of the member
   * @param participation the member's participation as found, null if there is none
   * @param programme the programme
   * @param policy how a new version binds participants
   * @param at time of the interaction
   * @throws GovernanceException NOT_A_PARTICIPANT, CONSENT_OUTDATED
   */
  public static void require(
      Name member,
      @Nullable Participation participation,
      Programme.Active programme,
      MoneyPolicy policy,
      Instant at) {
    if (participation == null
        || !participation.member().equals(member)
        || participation.row.programme() != programme.id()
        || participation.since().isAfter(at)) {
      throw new GovernanceException(
          Reason.NOT_A_PARTICIPANT, "account", member, "programme", programme.id());
    }
    if (!participation.isCurrent(programme) && !isBoundByNotice(programme, policy, at)) {
      throw new GovernanceException(
          Reason.CONSENT_OUTDATED,
          "account",
          member,
          "consented",
          participation.row.version(),
          "current",
          programme.snapshot().version());
    }
  }

  private static boolean isBoundByNotice(
      Programme.Active programme, MoneyPolicy policy, Instant at) {
    return policy.versionChange() == MoneyPolicy.VersionChange.NOTICE
        && !programme.since().plus(Duration.ofDays(policy.noticeDays())).isAfter(at);
  }

  private static String describe(ProgrammeConsent consent) {
    return consent.cooperative() + "#" + consent.programme() + " version " + consent.version() + " "
        + consent.regulationHash();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Participation that && row.equals(that.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return "Participation[" + row.member() + " in " + row.programme() + ", version " + row.version()
        + "]";
  }
}
