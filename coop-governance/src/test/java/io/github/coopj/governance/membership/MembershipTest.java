package io.github.coopj.governance.membership;

import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.DeclinedDecision;
import io.github.coopj.governance.council.PendingDecision;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.council.RejectedQuestion;
import io.github.coopj.governance.council.VoteEntry;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.Registrars;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.VerificationMethod;
import io.github.coopj.governance.person.Verified;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipTest {
  private static final Charter CHARTER = CharterFixtures.platform();
  private static final Name RASSVET = Name.of("rassvet");
  private static final Name IVANOV = Name.of("ivanov");
  private static final Name ROMASHKA = Name.of("romashka");
  private static final Checksum256 PERSON = Councils.subject("personal data");
  private static final Checksum256 POWERS = Councils.subject("power of attorney");

  private final Council council = Councils.of(3);

  private static void refused(Reason reason, String message, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  private static MembershipApplication application(
      Name account, PersonKind kind, Name representative, Checksum256 powers) {
    return new MembershipApplication(
        RASSVET, account, kind, PERSON, representative, powers, TimePointSec.of(NOW));
  }

  private static MembershipApplication individual(Name account) {
    return application(account, PersonKind.INDIVIDUAL, Name.EMPTY, Checksum256.ZERO);
  }

  private static Membership.Applied applied(Name account) {
    return Membership.apply(CHARTER, individual(account), verified(account), NOW);
  }

  private static Verified verified(Name account) {
    return verified(account, "voter " + account);
  }

  private static Verified verified(Name account, String voter) {
    return verification(account, voter).requireVerified(account, NOW);
  }

  private static Verification verification(Name account, String voter) {
    return Verification.none(account)
        .verify(
            VerificationMethod.IN_PERSON,
            RASSVET,
            Registrars.none(RASSVET),
            new PersonKeys(Councils.subject("identity of " + account), Councils.subject(voter)),
            POWERS,
            NOW,
            TimePointSec.EPOCH);
  }

  private static Membership.Applied apply(
      MembershipApplication application, Membership.Active representative) {
    return Membership.apply(
        CHARTER,
        application,
        verified(application.account()),
        representative,
        verified(representative.account()),
        NOW);
  }

  private Membership.Active active(Name account) {
    Membership.Applied applied = applied(account);
    return applied.admit(decision(QuestionType.ADMISSION, applied.applicationHash()), NOW);
  }

  private DecisionInForce decision(QuestionType type, Checksum256 subject) {
    return Councils.inForce(council, CHARTER, type, subject);
  }

  @Test
  void applicant_staysApplied_untilADecisionOnExactlyThisApplication() {
    Membership.Applied applied = applied(IVANOV);
    assertThat(applied.status()).isEqualTo(MembershipStatus.APPLIED);
    refused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"membership of ivanov\" state=APPLIED needed=ACTIVE",
        applied::requireActive);

    Checksum256 other = applied(Name.of("petrov")).applicationHash();
    refused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=1 expected=" + applied.applicationHash() + " actual="
            + other,
        () -> applied.admit(decision(QuestionType.ADMISSION, other), NOW));
    refused(
        Reason.DECISION_OF_OTHER_TYPE,
        "DECISION_OF_OTHER_TYPE decision=1 expected=ADMISSION actual=OTHER",
        () -> applied.admit(decision(QuestionType.OTHER, applied.applicationHash()), NOW));
    PendingDecision pending =
        Councils.adopted(council, CHARTER, QuestionType.ADMISSION, applied.applicationHash());
    refused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"decision 1\" state=PENDING_SIGNATURE needed=IN_FORCE",
        () -> applied.admit(pending.requireInForce(), NOW));
    DecisionInForce signed = Councils.signed(pending, council, CHAIRMAN, NOW.plusSeconds(10));
    refused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:09 notBefore=2026-05-01T12:00:10",
        () -> applied.admit(signed, NOW.plusSeconds(9)));

    Membership.Active active = applied.admit(signed, NOW.plusSeconds(10));

    assertThat(active.status()).isEqualTo(MembershipStatus.ACTIVE);
    assertThat(active.since()).isEqualTo(TimePointSec.of(NOW.plusSeconds(10)));
    assertThat(active.snapshot().decisionId()).isEqualTo(1);
    refused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"membership of ivanov\" state=ACTIVE needed=APPLIED",
        active::requireApplied);
  }

  @Test
  void council_admitsOrRefuses_individualsAndLegalEntities() {
    Membership.Applied person = applied(IVANOV);
    RejectedQuestion no = Councils.all(
            Councils.open(council, QuestionType.ADMISSION, person.applicationHash()),
            council,
            Vote.AGAINST)
        .close(council, CHARTER, NOW)
        .requireRejected();
    assertThat(person.refuse(no, NOW).status()).isEqualTo(MembershipStatus.REFUSED);

    Membership.Applied company =
        apply(application(ROMASHKA, PersonKind.LEGAL_ENTITY, IVANOV, POWERS), active(IVANOV));
    assertThat(company
            .admit(decision(QuestionType.ADMISSION, company.applicationHash()), NOW)
            .kind())
        .isEqualTo(PersonKind.LEGAL_ENTITY);
    DeclinedDecision unsigned = Councils.adopted(
            council, CHARTER, QuestionType.ADMISSION, company.applicationHash())
        .decline(council, CHAIRMAN, "powers not proven", NOW);
    assertThat(company.refuse(unsigned, NOW).status()).isEqualTo(MembershipStatus.REFUSED);
    refused(
        Reason.DECISION_ON_OTHER_SUBJECT,
        "DECISION_ON_OTHER_SUBJECT decision=1 expected=" + company.applicationHash() + " actual="
            + person.applicationHash(),
        () -> company.refuse(no, NOW));
  }

  @Test
  void application_isOverdue_afterTheDaysOfTheCharter() {
    // 23:30 of 1 May in Moscow is 20:30 in Greenwich: the day is that of the cooperative.
    Instant evening = Instant.parse("2026-05-01T20:30:00Z");
    Membership.Applied applied =
        Membership.apply(CHARTER, individual(IVANOV), verified(IVANOV), evening);

    assertThat(applied.dueOn(CHARTER)).isEqualTo(LocalDate.of(2026, 5, 31));
    assertThat(applied.isOverdue(CHARTER, Instant.parse("2026-05-31T20:59:59Z")))
        .isFalse();
    assertThat(applied.isOverdue(CHARTER, Instant.parse("2026-05-31T21:00:00Z")))
        .isTrue();
    Membership.Applied night = Membership.apply(
        CHARTER, individual(IVANOV), verified(IVANOV), Instant.parse("2026-05-01T21:00:00Z"));
    assertThat(night.dueOn(CHARTER)).isEqualTo(LocalDate.of(2026, 6, 1));
  }

  @ParameterizedTest
  @EnumSource(PersonKind.class)
  void everyKindOfPerson_mayBecomeAMember(PersonKind kind) {
    boolean alone = kind == PersonKind.INDIVIDUAL;
    MembershipApplication application =
        application(ROMASHKA, kind, alone ? Name.EMPTY : IVANOV, POWERS);
    Membership.Applied applied = alone
        ? Membership.apply(CHARTER, application, verified(ROMASHKA), NOW)
        : apply(application, active(IVANOV));

    assertThat(applied
            .admit(decision(QuestionType.ADMISSION, applied.applicationHash()), NOW)
            .kind())
        .isEqualTo(kind);
    assertThat(applied.applicationHash()).isEqualTo(application.digest());
  }

  @ParameterizedTest
  @EnumSource(value = PersonKind.class, names = "INDIVIDUAL", mode = EnumSource.Mode.EXCLUDE)
  @Tag("ORG-02")
  void organizationAndProprietor_areRegistered_byAnIndividualMemberOnly(PersonKind kind) {
    MembershipApplication byIvanov = application(ROMASHKA, kind, IVANOV, POWERS);

    refused(
        Reason.REPRESENTATIVE_NOT_MEMBER,
        "REPRESENTATIVE_NOT_MEMBER account=romashka representative=ivanov",
        () -> Membership.apply(CHARTER, byIvanov, verified(ROMASHKA), NOW));
    refused(
        Reason.REPRESENTATIVE_NOT_MEMBER,
        "REPRESENTATIVE_NOT_MEMBER account=romashka representative=nobody",
        () -> Membership.apply(
            CHARTER, application(ROMASHKA, kind, Name.EMPTY, POWERS), verified(ROMASHKA), NOW));
    refused(
        Reason.REPRESENTATIVE_NOT_MEMBER,
        "REPRESENTATIVE_NOT_MEMBER account=romashka representative=petrov",
        () -> apply(byIvanov, active(Name.of("petrov"))));
    refused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"membership of ivanov\" state=EXITED needed=ACTIVE",
        () -> apply(byIvanov, ((Membership) active(IVANOV).exit(NOW)).requireActive()));

    Membership.Applied company =
        apply(application(Name.of("vasilek"), kind, IVANOV, POWERS), active(IVANOV));
    Membership.Active organization =
        company.admit(decision(QuestionType.ADMISSION, company.applicationHash()), NOW);
    refused(
        Reason.REPRESENTATIVE_NOT_MEMBER,
        "REPRESENTATIVE_NOT_MEMBER account=romashka representative=vasilek",
        () -> apply(application(ROMASHKA, kind, Name.of("vasilek"), POWERS), organization));
  }

  @Test
  @Tag("ORG-02")
  void organization_needsTheDocument_thatGivesPowers() {
    refused(
        Reason.NO_AUTHORITY_DOCUMENT,
        "NO_AUTHORITY_DOCUMENT account=romashka",
        () -> apply(
            application(ROMASHKA, PersonKind.LEGAL_ENTITY, IVANOV, Checksum256.ZERO),
            active(IVANOV)));
  }

  @Test
  @Tag("ORG-02")
  void soleProprietor_isRegisteredByHimself_orByWhomADocumentGivesThePowers() {
    MembershipApplication business =
        application(ROMASHKA, PersonKind.SOLE_PROPRIETOR, IVANOV, Checksum256.ZERO);
    Membership.Active ivanov = active(IVANOV);
    refused(
        Reason.NOT_HIS_OWN_BUSINESS,
        "NOT_HIS_OWN_BUSINESS account=romashka representative=ivanov",
        () -> apply(business, ivanov));
    assertThat(Membership.apply(
                CHARTER,
                business,
                verified(ROMASHKA, "voter ivanov"),
                ivanov,
                verified(IVANOV),
                NOW)
            .status())
        .isEqualTo(MembershipStatus.APPLIED);
    assertThat(apply(application(ROMASHKA, PersonKind.SOLE_PROPRIETOR, IVANOV, POWERS), ivanov)
            .status())
        .isEqualTo(MembershipStatus.APPLIED);
  }

  @Test
  @Tag("IND-01")
  void apply_asksForVerification_ofApplicantAndRepresentative() {
    refused(
        Reason.VERIFICATION_OF_ANOTHER,
        "VERIFICATION_OF_ANOTHER account=ivanov verified=petrov",
        () -> Membership.apply(CHARTER, individual(IVANOV), verified(Name.of("petrov")), NOW));
    refused(
        Reason.VERIFICATION_OF_ANOTHER,
        "VERIFICATION_OF_ANOTHER account=ivanov verified=petrov",
        () -> Membership.apply(
            CHARTER,
            application(ROMASHKA, PersonKind.LEGAL_ENTITY, IVANOV, POWERS),
            verified(ROMASHKA),
            active(IVANOV),
            verified(Name.of("petrov")),
            NOW));
  }

  @Test
  void application_mayFollowARefusedOne_andNoOther() {
    Membership.Applied open = applied(IVANOV);
    RejectedQuestion no = Councils.all(
            Councils.open(council, QuestionType.ADMISSION, open.applicationHash()),
            council,
            Vote.AGAINST)
        .close(council, CHARTER, NOW)
        .requireRejected();
    Membership.requireMayApply(Optional.empty());
    Membership.requireMayApply(Optional.of(open.refuse(no, NOW)));
    for (Membership other : List.of(open, active(IVANOV), active(IVANOV).exit(NOW))) {
      refused(
          Reason.WRONG_STATE,
          "WRONG_STATE what=\"membership of ivanov\" state=" + other.status() + " needed=REFUSED",
          () -> Membership.requireMayApply(Optional.of(other)));
    }
  }

  @Test
  void apply_refusesApplications_toOthersAndFromTheFuture() {
    MembershipApplication elsewhere = new MembershipApplication(
        Name.of("zakat"),
        IVANOV,
        PersonKind.INDIVIDUAL,
        PERSON,
        Name.EMPTY,
        Checksum256.ZERO,
        TimePointSec.of(NOW));
    refused(
        Reason.OTHER_COOPERATIVE,
        "OTHER_COOPERATIVE cooperative=rassvet addressed=zakat",
        () -> Membership.apply(CHARTER, elsewhere, verified(IVANOV), NOW));
    refused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> Membership.apply(CHARTER, individual(IVANOV), verified(IVANOV), NOW.minusSeconds(1)));
  }

  @Test
  void application_refuses_whatCannotBe() {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> individual(Name.EMPTY));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> application(IVANOV, PersonKind.INDIVIDUAL, ROMASHKA, POWERS))
        .withMessage("an individual applies himself, got representative romashka");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> application(ROMASHKA, PersonKind.LEGAL_ENTITY, ROMASHKA, POWERS))
        .withMessage("a representative has an account of his own, got romashka");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new MembershipApplication(
            RASSVET,
            IVANOV,
            PersonKind.INDIVIDUAL,
            Checksum256.ZERO,
            Name.EMPTY,
            Checksum256.ZERO,
            TimePointSec.of(NOW)))
        .withMessage("an application names a person by digest");
  }

  @Test
  @Tag("IND-01")
  @Tag("IND-03")
  void member_isAFullParticipant_onceVerified() {
    Membership.Active member = active(IVANOV);
    Verification none = Verification.none(IVANOV);
    Verification verified = verification(IVANOV, "voter ivanov");

    refused(
        Reason.NOT_VERIFIED,
        "NOT_VERIFIED account=ivanov status=UNVERIFIED",
        () -> member.requireFullParticipant(none, NOW));
    member.requireFullParticipant(verified, NOW);
    refused(
        Reason.VERIFICATION_OF_ANOTHER,
        "VERIFICATION_OF_ANOTHER account=petrov verified=ivanov",
        () -> active(Name.of("petrov")).requireFullParticipant(verified, NOW));
    assertThat(member.status()).isEqualTo(MembershipStatus.ACTIVE);
  }

  @Test
  @Tag("IND-04")
  void records_ofMembersAndVotes_haveNoWeight() {
    for (Class<?> type : List.of(MembershipRecord.class, VoteEntry.class, Mandate.class)) {
      assertThat(Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getName)
              .map(name -> name.toLowerCase(Locale.ROOT)))
          .noneMatch(name ->
              name.contains("weight") || name.contains("share") || name.contains("multiplier"));
    }
  }

  @ParameterizedTest(name = "{0}, asked {1} s after: {2}")
  @Tag("MEET-16")
  @CsvSource({
    "ACTIVE, -1, false",
    "ACTIVE, 0, true",
    "ACTIVE, 1, true",
    "EXITED, -1, false",
    "EXITED, 0, true",
    "EXITED, 9, true",
    "EXITED, 10, false",
    "EXITED, 11, false",
    "APPLIED, 1, false",
    "REFUSED, 1, false"
  })
  void isMemberAt_countsWhoWasAMemberThen_whateverHappenedSince(
      MembershipStatus status, int seconds, boolean expected) {
    TimePointSec decided = TimePointSec.of(NOW);
    MembershipRecord row = new MembershipRecord(
        IVANOV,
        PersonKind.INDIVIDUAL,
        PERSON,
        Councils.subject("application"),
        Name.EMPTY,
        status,
        decided,
        decided,
        status == MembershipStatus.EXITED
            ? TimePointSec.of(NOW.plusSeconds(10))
            : TimePointSec.EPOCH,
        1);
    assertThat(row.isMemberAt(TimePointSec.of(NOW.plusSeconds(seconds)))).isEqualTo(expected);
  }

  @Test
  void everyState_isStoredAndRestored_withoutLoss() {
    Membership.Applied applied = applied(IVANOV);
    Membership.Active active = active(IVANOV);
    Membership.Exited exited = active.exit(NOW.plusSeconds(1));
    RejectedQuestion no = Councils.all(
            Councils.open(council, QuestionType.ADMISSION, applied.applicationHash()),
            council,
            Vote.AGAINST)
        .close(council, CHARTER, NOW)
        .requireRejected();

    for (Membership membership : List.of(applied, active, exited, applied.refuse(no, NOW))) {
      byte[] row = RecordCodec.of(MembershipRecord.class).encode(membership.snapshot());
      Membership again =
          Membership.restore(RecordCodec.of(MembershipRecord.class).decode(row));
      MembershipStatus matched = again.match(new Membership.Cases<>(
          a -> MembershipStatus.APPLIED,
          m -> MembershipStatus.ACTIVE,
          r -> MembershipStatus.REFUSED,
          e -> MembershipStatus.EXITED));
      assertThat(matched).isEqualTo(membership.status());
      assertThat(again)
          .isEqualTo(membership)
          .hasSameHashCodeAs(membership)
          .hasToString(membership.toString());
    }
    refused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T11:59:59 notBefore=2026-05-01T12:00:00",
        () -> active.exit(NOW.minusSeconds(1)));
  }

  @Test
  void restore_refusesRecords_thatContradictThemselves() {
    MembershipRecord good = active(IVANOV).snapshot();
    contradicts(good, MembershipStatus.APPLIED, good.decidedAt(), 1);
    contradicts(good, MembershipStatus.ACTIVE, TimePointSec.EPOCH, 1);
    contradicts(good, MembershipStatus.ACTIVE, good.decidedAt(), 0);
    contradicts(good, MembershipStatus.EXITED, TimePointSec.of(NOW.minusSeconds(1)), 1);
    assertThat(Membership.restore(good)).isInstanceOf(Membership.Active.class);
  }

  private static void contradicts(
      MembershipRecord r, MembershipStatus status, TimePointSec decidedAt, long decision) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Membership.restore(new MembershipRecord(
            r.account(),
            r.kind(),
            r.personDigest(),
            r.applicationHash(),
            r.representative(),
            status,
            r.appliedAt(),
            decidedAt,
            r.memberUntil(),
            decision)))
        .withMessageStartingWith("membership of ivanov ");
  }
}
