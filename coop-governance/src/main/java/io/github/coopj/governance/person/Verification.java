package io.github.coopj.governance.person;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;

/**
 * Verification (верификация) of the identity behind an account in one cooperative, as it is stored (IND-01..IND-03). It
 * holds digests only.
 *
 * @param account whose identity
 * @param method how it was verified; NONE as long as it was not, and then all that follows is empty
 * @param verifier who verified it, never the account itself
 * @param identityKey see {@link Person#identityKey}
 * @param voterKey see {@link Person#voterKey}
 * @param documentHash digest of the document that records it
 * @param verifiedAt when
 * @param expiresAt first second in which it no longer holds; the epoch for never
 */
public record Verification(
    Name account,
    VerificationMethod method,
    Name verifier,
    Checksum256 identityKey,
    Checksum256 voterKey,
    Checksum256 documentHash,
    TimePointSec verifiedAt,
    TimePointSec expiresAt) {
  /** Refuses half a verification. */
  public Verification {
    boolean verified = method != VerificationMethod.NONE;
    if (account.isEmpty()) {
      throw new InvalidValueException("a verification is of an account");
    }
    if (verified == verifier.isEmpty()
        || verified == identityKey.equals(Checksum256.ZERO)
        || verified == voterKey.equals(Checksum256.ZERO)
        || verified == documentHash.equals(Checksum256.ZERO)
        || verified == verifiedAt.equals(TimePointSec.EPOCH)) {
      throw new InvalidValueException(
          "a verification names verifier, identity, voter, document and time together, or none of them");
    }
    if (!expiresAt.equals(TimePointSec.EPOCH) && expiresAt.compareTo(verifiedAt) <= 0) {
      throw new InvalidValueException(
          "a verification must not expire before it begins, got " + expiresAt);
    }
    if (verified && verifier.equals(account)) {
      throw new InvalidValueException("nobody verifies himself, got " + account);
    }
  }

  /**
   * The state every account begins in.
   *
   * @param account the account
   * @return no verification
   */
  public static Verification none(Name account) {
    return new Verification(
        account,
        VerificationMethod.NONE,
        Name.EMPTY,
        Checksum256.ZERO,
        Checksum256.ZERO,
        Checksum256.ZERO,
        TimePointSec.EPOCH,
        TimePointSec.EPOCH);
  }

  /**
   * Verifies, or verifies again: one step by the verifier, after which the account is a full participant (IND-03).
   *
   * @param by how
   * @param who the verifier
   * @param registrars who may verify for the cooperative
   * @param person which person it is; on a second time the same as on the first
   * @param document digest of the document that records it
   * @param now the moment
   * @param until when it expires; the epoch for never
   * @return the verification in force
   * @throws GovernanceException NOT_A_VERIFIER, VERIFIED_BY_ANOTHER, VERIFICATION_OF_ANOTHER if the account was verified
   *     as somebody else before
   */
  public Verification verify(
      VerificationMethod by,
      Name who,
      Registrars registrars,
      PersonKeys person,
      Checksum256 document,
      Instant now,
      TimePointSec until) {
    if (by == VerificationMethod.NONE) {
      throw new InvalidValueException("a verification needs a method");
    }
    registrars.requireMayVerify(who, this);
    PersonKeys before = new PersonKeys(identityKey, voterKey);
    if (method != VerificationMethod.NONE && !before.equals(person)) {
      throw new GovernanceException(
          Reason.VERIFICATION_OF_ANOTHER,
          "account",
          person.identityKey(),
          "verified",
          before.identityKey());
    }
    return new Verification(
        account,
        by,
        who,
        person.identityKey(),
        person.voterKey(),
        document,
        TimePointSec.of(now),
        until);
  }

  /**
   * Status at a moment.
   *
   * @param at the moment
   * @return VERIFIED from {@code verifiedAt} until just before {@code expiresAt}
   */
  public VerificationStatus statusAt(Instant at) {
    if (method == VerificationMethod.NONE || at.isBefore(verifiedAt.toInstant())) {
      return VerificationStatus.UNVERIFIED;
    }
    boolean expired = !expiresAt.equals(TimePointSec.EPOCH) && !at.isBefore(expiresAt.toInstant());
    return expired ? VerificationStatus.EXPIRED : VerificationStatus.VERIFIED;
  }

  /**
   * Refuses who is not verified, before a vote, a signature under a document of governance or a programme.
   *
   * @param actor who is about to act
   * @param now the moment
   * @return proof for the move
   * @throws GovernanceException VERIFICATION_OF_ANOTHER, NOT_VERIFIED
   */
  public Verified requireVerified(Name actor, Instant now) {
    if (!actor.equals(account)) {
      throw new GovernanceException(
          Reason.VERIFICATION_OF_ANOTHER, "account", actor, "verified", account);
    }
    VerificationStatus status = statusAt(now);
    if (status != VerificationStatus.VERIFIED) {
      throw new GovernanceException(Reason.NOT_VERIFIED, "account", account, "status", status);
    }
    return new Verified(account, voterKey);
  }
}
