package io.github.coopj.governance.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
  private static final Bytes SALT =
      Bytes.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  private static final Bytes OTHER_SALT =
      Bytes.of("fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Name IVANOV = Name.of("ivanov");
  private static final Name REGISTRAR = Name.of("registrar");
  private static final Inn PERSONAL = new Inn("500100732259");
  private static final Individual PERSON =
      new Individual("Иванов", "Иван", "Иванович", LocalDate.of(1990, 2, 28), PERSONAL);
  private static final SoleProprietor PROPRIETOR =
      new SoleProprietor(PERSON, new Ogrnip("304500116000157"));
  private static final Organization COMPANY = new Organization(
      "Общество с ограниченной ответственностью «Ромашка»",
      "ООО «Ромашка»",
      new Inn("7707083893"),
      new Ogrn("1027700132195"),
      IVANOV);

  private static final Name COOPERATIVE = Name.of("rassvet");
  private static final Registrars REGISTRARS = new Registrars(COOPERATIVE, List.of(REGISTRAR));

  private static void refused(Reason reason, String message, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  // Numbers of public registers, and those with another check digit.
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "INN,7707083893,1",
    "INN,7830002293,1",
    "INN,500100732259,1",
    "INN,500100732259,2",
    "OGRN,1027700132195,1",
    "OGRN,1037739010891,1",
    "OGRNIP,304500116000157,1"
  })
  void checkDigit_isTheOnlyOne_thatPasses(String register, String number, int fromEnd) {
    Function<String, Record> reader = switch (register) {
      case "INN" -> Inn::new;
      case "OGRN" -> Ogrn::new;
      default -> Ogrnip::new;
    };
    assertThat(reader.apply(number)).hasToString(number);
    int at = number.length() - fromEnd;
    for (int digit : IntStream.range(0, 10).toArray()) {
      String changed = number.substring(0, at) + digit + number.substring(at + 1);
      if (!changed.equals(number)) {
        assertThatExceptionOfType(InvalidValueException.class)
            .isThrownBy(() -> reader.apply(changed))
            .withMessageMatching(register + " has (a )?wrong check digits?: " + changed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "770708389",
        "77070838930",
        "770708389x",
        "５００１００７３２２",
        "0000000000",
        "000000000000"
      })
  void inn_refuses_otherTexts(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Inn(text))
        .withMessageStartingWith("INN must ");
  }

  @Test
  void ogrnAndOgrnip_refuse_otherTexts() {
    for (String text : List.of("", "102770013219", "2027700132195", "102770013219a")) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Ogrn(text))
          .withMessageStartingWith("OGRN must ");
    }
    for (String text : List.of("", "30450011600015", "104500116000157")) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Ogrnip(text))
          .withMessageStartingWith("OGRNIP must ");
    }
    assertThat(new Inn("7707083893").isOfLegalEntity()).isTrue();
    assertThat(PERSONAL.isOfLegalEntity()).isFalse();
  }

  @Test
  void kinds_areThree_andNumbersBelongToTheirs() {
    assertThat(PersonKind.values()).hasSize(3);
    assertThat(PERSON.kind()).isEqualTo(PersonKind.INDIVIDUAL);
    assertThat(PROPRIETOR.kind()).isEqualTo(PersonKind.SOLE_PROPRIETOR);
    assertThat(COMPANY.kind()).isEqualTo(PersonKind.LEGAL_ENTITY);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> new Individual("Иванов", "Иван", "", LocalDate.of(1990, 2, 28), COMPANY.inn()))
        .withMessage("an individual has an INN of 12 digits, got 7707083893");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Organization("ООО", "ООО", PERSONAL, COMPANY.ogrn(), IVANOV))
        .withMessage("an organization has an INN of 10 digits, got 500100732259");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Organization("ООО", "ООО", COMPANY.inn(), COMPANY.ogrn(), Name.EMPTY))
        .withMessage("an organization needs a representative");
  }

  @Test
  void digest_followsEveryFieldAndTheSalt_andNothingElse() {
    LocalDate born = PERSON.birthDate();
    List<Checksum256> digests = List.of(
        PERSON.digest(SALT),
        PERSON.digest(OTHER_SALT),
        new Individual("Иванова", "Иван", "Иванович", born, PERSONAL).digest(SALT),
        new Individual("Иванов", "Иванн", "Иванович", born, PERSONAL).digest(SALT),
        new Individual("Иванов", "Иван", "", born, PERSONAL).digest(SALT),
        new Individual("ИвановИ", "ван", "Иванович", born, PERSONAL).digest(SALT),
        new Individual("Иванов", "Иван", "Иванович", born.plusDays(1), PERSONAL).digest(SALT),
        PROPRIETOR.digest(SALT),
        COMPANY.digest(SALT),
        new Organization(
                COMPANY.fullName(), COMPANY.shortName(), COMPANY.inn(), COMPANY.ogrn(), REGISTRAR)
            .digest(SALT));

    assertThat(digests).doesNotHaveDuplicates();
    assertThat(new Individual("Иванов", "Иван", "Иванович", born, PERSONAL).digest(SALT))
        .isEqualTo(PERSON.digest(SALT));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PERSON.digest(SALT.slice(0, 15)))
        .withMessage("salt must have at least 16 bytes, got 15");
  }

  @Test
  void names_areKeptInOneUnicodeForm_withoutBlanksAround() {
    LocalDate born = PERSON.birthDate();
    Individual composed = new Individual("Королёв", "Юрий", "", born, PERSONAL);
    Individual decomposed = new Individual("Короле\u0308в", "Юрии\u0306", "", born, PERSONAL);

    assertThat(decomposed).isEqualTo(composed);
    assertThat(decomposed.digest(SALT)).isEqualTo(composed.digest(SALT));
    for (String wrong : List.of("", " Иванов", "Иванов ", "И".repeat(301))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Individual(wrong, "Иван", "", born, PERSONAL))
          .withMessageStartingWith("last name must have 1 to 300 characters");
    }
    assertThat(PERSON).hasToString("Individual");
    assertThat(PROPRIETOR).hasToString("SoleProprietor");
  }

  @Test
  void age_countsFullYears_onTheDay() {
    assertThat(PERSON.ageOn(LocalDate.of(2008, 2, 27))).isEqualTo(17);
    assertThat(PERSON.ageOn(LocalDate.of(2008, 2, 28))).isEqualTo(18);
    Individual leap = new Individual("Иванов", "Иван", "", LocalDate.of(2008, 2, 29), PERSONAL);
    assertThat(leap.ageOn(LocalDate.of(2026, 2, 28))).isEqualTo(17);
    assertThat(leap.ageOn(LocalDate.of(2026, 3, 1))).isEqualTo(18);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> leap.ageOn(LocalDate.of(2008, 2, 28)));
  }

  @Test
  @Tag("USER-02")
  void identity_hasOneAccount_andASecondIsRefusedWithTheFirst() {
    Individual renamed = new Individual("Петров", "Иван", "", LocalDate.of(1990, 2, 28), PERSONAL);
    Checksum256 key = PERSON.identityKey(SALT);
    IdentityClaim claim = IdentityClaim.claim(key, IVANOV, Optional.empty());

    assertThat(renamed.identityKey(SALT)).as("a new name is no new identity").isEqualTo(key);
    assertThat(IdentityClaim.claim(key, IVANOV, Optional.of(claim))).isSameAs(claim);
    refused(
        Reason.IDENTITY_TAKEN,
        "IDENTITY_TAKEN existing=ivanov requested=petrov",
        () ->
            IdentityClaim.claim(renamed.identityKey(SALT), Name.of("petrov"), Optional.of(claim)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> IdentityClaim.claim(COMPANY.identityKey(SALT), IVANOV, Optional.of(claim)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new IdentityClaim(key, Name.EMPTY));
    assertThat(RecordCodec.of(IdentityClaim.class)
            .decode(RecordCodec.of(IdentityClaim.class).encode(claim)))
        .isEqualTo(claim);
  }

  @Test
  void voterKey_linksAnIndividual_withHimselfAsProprietor() {
    assertThat(PROPRIETOR.voterKey(SALT)).isEqualTo(PERSON.voterKey(SALT));
    assertThat(PROPRIETOR.identityKey(SALT)).isNotEqualTo(PERSON.identityKey(SALT));
    assertThat(COMPANY.voterKey(SALT)).isNotEqualTo(PERSON.voterKey(SALT));
    assertThat(PERSON.voterKey(OTHER_SALT)).isNotEqualTo(PERSON.voterKey(SALT));
  }

  @Test
  @Tag("IND-01")
  @Tag("IND-03")
  void verification_opensFullParticipation_inOneStep() {
    Verification none = Verification.none(IVANOV);
    assertThat(none.statusAt(NOW)).isEqualTo(VerificationStatus.UNVERIFIED);
    refused(
        Reason.NOT_VERIFIED,
        "NOT_VERIFIED account=ivanov status=UNVERIFIED",
        () -> none.requireVerified(IVANOV, NOW));

    Verification verified = verify(none, TimePointSec.EPOCH);

    verified.requireVerified(IVANOV, NOW);
    assertThat(verified.statusAt(NOW)).isEqualTo(VerificationStatus.VERIFIED);
    assertThat(verified.statusAt(NOW.minusSeconds(1))).isEqualTo(VerificationStatus.UNVERIFIED);
    assertThat(verified.verifier()).isEqualTo(REGISTRAR);
    refused(
        Reason.VERIFICATION_OF_ANOTHER,
        "VERIFICATION_OF_ANOTHER account=registrar verified=ivanov",
        () -> verified.requireVerified(REGISTRAR, NOW));
  }

  private static Verification verify(Verification before, TimePointSec until) {
    return before.verify(
        VerificationMethod.IN_PERSON,
        REGISTRAR,
        REGISTRARS,
        PersonKeys.of(PERSON, SALT),
        Checksum256.sha256(SALT),
        NOW,
        until);
  }

  @Test
  @Tag("IND-02")
  void verification_recordsWhoHowWhenAndByWhatDocument_untilItExpires() {
    TimePointSec until = TimePointSec.parse("2027-05-01T12:00:00");
    Verification verified = verify(Verification.none(IVANOV), until);

    assertThat(verified)
        .isEqualTo(new Verification(
            IVANOV,
            VerificationMethod.IN_PERSON,
            REGISTRAR,
            PERSON.identityKey(SALT),
            PERSON.voterKey(SALT),
            Checksum256.sha256(SALT),
            TimePointSec.of(NOW),
            until));
    assertThat(verified.statusAt(until.toInstant().minusSeconds(1)))
        .isEqualTo(VerificationStatus.VERIFIED);
    assertThat(verified.statusAt(until.toInstant())).isEqualTo(VerificationStatus.EXPIRED);
    refused(
        Reason.NOT_VERIFIED,
        "NOT_VERIFIED account=ivanov status=EXPIRED",
        () -> verified.requireVerified(IVANOV, until.toInstant()));
    assertThat(verify(verified, TimePointSec.EPOCH).statusAt(until.toInstant()))
        .as("verified again")
        .isEqualTo(VerificationStatus.VERIFIED);
    assertThat(RecordCodec.of(Verification.class)
            .decode(RecordCodec.of(Verification.class).encode(verified)))
        .isEqualTo(verified);
  }

  @Test
  @Tag("IND-02")
  void verification_isForTheCooperativeAndItsRegistrars_toRecordAndRenew() {
    Name second = Name.of("second");
    Registrars both = new Registrars(COOPERATIVE, List.of(REGISTRAR, second));
    Verification none = Verification.none(IVANOV);
    Verification verified = verify(none, TimePointSec.EPOCH);

    refused(
        Reason.NOT_A_VERIFIER,
        "NOT_A_VERIFIER verifier=petrov cooperative=rassvet",
        () -> both.requireMayVerify(Name.of("petrov"), none));
    refused(
        Reason.NOT_A_VERIFIER,
        "NOT_A_VERIFIER verifier=registrar cooperative=rassvet",
        () -> Registrars.none(COOPERATIVE).requireMayVerify(REGISTRAR, verified));
    refused(
        Reason.VERIFIED_BY_ANOTHER,
        "VERIFIED_BY_ANOTHER account=ivanov verifier=registrar requested=second",
        () -> both.requireMayVerify(second, verified));
    both.requireMayVerify(second, none);
    both.requireMayVerify(REGISTRAR, verified);
    Registrars.none(COOPERATIVE).requireMayVerify(COOPERATIVE, verified);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Registrars(Name.EMPTY, List.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Registrars(COOPERATIVE, List.of(second, second)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Registrars(COOPERATIVE, List.of(Name.EMPTY)));
    assertThat(verified.requireVerified(IVANOV, NOW).voterKey()).isEqualTo(PERSON.voterKey(SALT));
  }

  @Test
  @Tag("IND-02")
  void verification_refuses_halfOrOwnOrOthers() {
    Verification verified = verify(Verification.none(IVANOV), TimePointSec.EPOCH);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> verified.verify(
            VerificationMethod.ONLINE,
            REGISTRAR,
            REGISTRARS,
            PersonKeys.of(COMPANY, SALT),
            Checksum256.sha256(SALT),
            NOW,
            TimePointSec.EPOCH))
        .extracting(GovernanceException::reason)
        .isEqualTo(Reason.VERIFICATION_OF_ANOTHER);
    invalid(VerificationMethod.NONE, REGISTRAR, Checksum256.sha256(SALT), TimePointSec.EPOCH);
    invalid(VerificationMethod.ONLINE, IVANOV, Checksum256.sha256(SALT), TimePointSec.EPOCH);
    invalid(VerificationMethod.ONLINE, REGISTRAR, Checksum256.ZERO, TimePointSec.EPOCH);
    invalid(VerificationMethod.ONLINE, REGISTRAR, Checksum256.sha256(SALT), TimePointSec.of(NOW));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Verification.none(Name.EMPTY));
  }

  private static void invalid(
      VerificationMethod method, Name verifier, Checksum256 document, TimePointSec until) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Verification.none(IVANOV)
            .verify(
                method,
                verifier,
                new Registrars(COOPERATIVE, List.of(verifier)),
                PersonKeys.of(PERSON, SALT),
                document,
                NOW,
                until));
  }
}
