package io.github.coopj.governance.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.person.Individual;
import io.github.coopj.governance.person.Inn;
import io.github.coopj.governance.person.PersonKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharterReaderTest {
  private static final String THIRD_PROFILE = """
      {"profile":"UTOPIA","title":"A country of tests","extends":"PLATFORM","policy":{
        "meeting.quorum.first":{"value":"2/3","source":"Constitution, art. 1","rationale":"Two of three"},
        "meeting.quorum.second":{"value":"1/3","source":"Constitution, art. 2","rationale":"One of three"},
        "notice.days.DEFAULT":{"value":14,"source":"Constitution, art. 3","rationale":"Two weeks","min":7,"max":21}}}""";

  @Test
  void read_givesTheHead_asWritten() {
    Charter charter = CharterFixtures.platform();

    assertThat(charter.account()).isEqualTo(Name.of("rassvet"));
    assertThat(charter.title()).isEqualTo("Потребительское общество «Рассвет»");
    assertThat(charter.kind()).isEqualTo(CooperativeKind.CONSUMER);
    assertThat(charter.profile()).isEqualTo("PLATFORM");
    assertThat(charter.version()).isEqualTo(1);
    assertThat(charter.effectiveFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(charter.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
    assertThat(charter.financialYearEnd()).isEqualTo(MonthDay.of(12, 31));
    assertThat(charter.currency()).isEqualTo(Symbol.of(2, "RUB"));
  }

  @Test
  void platform_carriesTheNumbers_ofTheRequirements() {
    Charter charter = CharterFixtures.platform();

    assertThat(charter.meeting().quorumFirst()).isEqualTo(new Ratio(3, 4));
    assertThat(charter.meeting().quorumSecond()).isEqualTo(new Ratio(1, 2));
    assertThat(charter.meeting().quorumDecay()).isEqualTo(new Ratio(1, 2));
    assertThat(charter.meeting().maxCycles()).isZero();
    assertThat(charter.meeting().legalFloor()).isEqualTo(Ratio.NONE);
    assertThat(charter.meeting().repeatNoticeDays()).isEqualTo(10);
    assertThat(charter.meeting().answers()).containsExactly(AnswerOption.FOR, AnswerOption.AGAINST);
    assertThat(charter.meeting().revoteAllowed()).isFalse();
    assertThat(charter.meeting().majorities()).isEmpty();
    assertThat(charter.meeting().majorityFor(ItemType.REORGANIZATION))
        .isEqualTo(MajorityRule.SIMPLE);
    assertThat(charter.notice().defaultDays()).isEqualTo(10);
    assertThat(charter.notice().daysFor(ItemType.REORGANIZATION)).isEqualTo(30);
    assertThat(charter.notice().daysFor(ItemType.OTHER)).isEqualTo(10);
    assertThat(charter.notice().counting()).isEqualTo(NoticePolicy.Counting.DATE_DIFF);
    assertThat(charter.notice().blockIfUndelivered()).isTrue();
    assertThat(charter.annual().fromMonths()).isEqualTo(2);
    assertThat(charter.annual().toMonths()).isEqualTo(6);
    assertThat(charter.annual().mandatoryItems())
        .containsExactly(
            ItemType.ANNUAL_REPORT,
            ItemType.AUDIT_CONCLUSION,
            ItemType.MEETING_CHAIR,
            ItemType.MEETING_SECRETARY,
            ItemType.COUNCIL_REPORT);
    assertThat(charter.council().quorum()).isEqualTo(Ratio.NONE);
    assertThat(charter.council().majorityBase()).isEqualTo(MajorityBase.OFFICE);
    assertThat(charter.council().castingVote()).isTrue();
    assertThat(charter.council().term()).isEqualTo(Period.ofYears(5));
    assertThat(charter.audit().term()).isEqualTo(Period.ofYears(1));
    assertThat(charter.minutes().signers()).containsExactly(MinutesSigner.CHAIR);
    assertThat(charter.admission().deadlineDays()).isEqualTo(30);
    assertThat(charter.admission().entrance(PersonKind.INDIVIDUAL))
        .isEqualTo(Asset.parse("100.00 RUB"));
    assertThat(charter.admission().minimalShare(PersonKind.LEGAL_ENTITY))
        .isEqualTo(Asset.parse("3000.00 RUB"));
    assertThat(charter.funds().weights().stream()
            .mapToInt(FundsPolicy.Weight::basisPoints)
            .sum())
        .isEqualTo(10_000);
    assertThat(charter.funds().basisPoints(CharterFund.RESERVE)).isEqualTo(1500);
  }

  @Test
  @Tag("ARCH-04")
  void rf_tightensThePlatform_whereTheLawDoes() {
    Charter charter = CharterFixtures.rf();

    assertThat(charter.meeting().legalFloor()).isEqualTo(new Ratio(1, 2));
    assertThat(charter.minutes().signers())
        .containsExactly(MinutesSigner.CHAIR, MinutesSigner.SECRETARY);
    assertThat(charter.council().quorum()).isEqualTo(new Ratio(3, 4));
    assertThat(charter.council().majorityBase()).isEqualTo(MajorityBase.PRESENT);
    assertThat(charter.council().boardSeatAllowed()).isFalse();
    assertThat(charter.meeting().majorityFor(ItemType.REORGANIZATION))
        .isEqualTo(MajorityRule.parse(">=1/1 PRESENT"));
    assertThat(charter.meeting().majorityFor(ItemType.EXCLUSION))
        .isEqualTo(MajorityRule.parse(">=3/4 ALL"));
    assertThat(charter.meeting().majorityFor(ItemType.OTHER)).isEqualTo(MajorityRule.SIMPLE);
    assertThat(charter.meeting().quorumFirst()).as("inherited").isEqualTo(new Ratio(3, 4));
  }

  @Test
  @Tag("ARCH-04")
  void thirdProfile_changesQuorumAndNotice_withoutCode() {
    LegalProfile utopia = LegalProfile.read(THIRD_PROFILE, "utopia.json");
    Charter charter =
        CharterReader.read(CharterFixtures.json("UTOPIA", "CONSUMER"), "test", List.of(utopia));

    assertThat(charter.meeting().quorumFirst()).isEqualTo(new Ratio(2, 3));
    assertThat(charter.meeting().quorumSecond()).isEqualTo(new Ratio(1, 3));
    assertThat(charter.notice().defaultDays()).isEqualTo(14);
    assertThat(charter.policyValue("meeting.quorum.first"))
        .isEqualTo(
            new PolicyValue("meeting.quorum.first", "2/3", "Constitution, art. 1", "Two of three"));
    assertThat(charter.meeting().quorumDecay()).as("inherited").isEqualTo(new Ratio(1, 2));
    assertThat(CharterReader.read(charter.canonicalJson(), "again"))
        .as("needs no profile")
        .isEqualTo(charter);
  }

  @ParameterizedTest(name = "{0} days: {1}")
  @CsvSource({"6,false", "7,true", "21,true", "22,false"})
  @Tag("ARCH-04")
  void charter_keepsTheBounds_ofItsProfile(String days, boolean allowed) {
    List<LegalProfile> profiles = List.of(LegalProfile.read(THIRD_PROFILE, "utopia.json"));
    String json = CharterFixtures.json("UTOPIA", "CONSUMER", "notice.days.DEFAULT", days);

    if (allowed) {
      assertThat(CharterReader.read(json, "test", profiles).notice().defaultDays())
          .isEqualTo(Integer.parseInt(days));
    } else {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> CharterReader.read(json, "test", profiles))
          .withMessageStartingWith("test: notice.days.DEFAULT: profile UTOPIA allows no ")
          .withMessageEndingWith("(Constitution, art. 3), got " + days);
    }
  }

  @Test
  void charter_cannotChange_whatItsProfileFixes() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.rf("minutes.signers", "CHAIR"))
        .withMessage("test: minutes.signers: profile RF fixes CHAIR,SECRETARY"
            + " (Civil Code of the Russian Federation, art. 181.2(3)), got CHAIR");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.rf("meeting.quorum.legalFloor", "49/100"))
        .withMessageContaining("allows no less than 1/2");
    assertThat(CharterFixtures.rf(
                "minutes.signers", "CHAIR,SECRETARY", "meeting.quorum.legalFloor", "51/100")
            .meeting()
            .legalFloor())
        .isEqualTo(new Ratio(51, 100));
  }

  @ParameterizedTest
  @EnumSource(CooperativeKind.class)
  @Tag("PLAT-02")
  void everyKind_hasItsOwnDefaults_inEachProfile(CooperativeKind kind) {
    assertThat(CooperativeKind.values()).hasSize(3);
    for (LegalProfile profile : LegalProfile.shipped()) {
      Charter charter = CharterFixtures.charter(profile.name(), kind.name());
      assertThat(charter.kind()).isEqualTo(kind);
      assertThat(charter.policyValues()).isEqualTo(profile.policyValues(kind));
    }
  }

  @Test
  @Tag("PLAT-02")
  void kinds_differ_underTheLawOfACountry() {
    assertThat(CharterFixtures.charter("RF", "CONSUMER").notice().defaultDays()).isEqualTo(10);
    assertThat(CharterFixtures.charter("RF", "PRODUCTION").notice().defaultDays())
        .isEqualTo(20);
    assertThat(CharterFixtures.charter("RF", "AGRICULTURAL").notice().defaultDays())
        .isEqualTo(30);
  }

  @Test
  @Tag("PLAT-02")
  void read_refusesACooperative_withoutKind() {
    String json =
        CharterFixtures.json("PLATFORM", "CONSUMER").replace("\"kind\":\"CONSUMER\",", "");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterReader.read(json, "rassvet.json"))
        .withMessage("rassvet.json: kind: must be given");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.charter("PLATFORM", "CREDIT"))
        .withMessage("test: kind: must be one of [CONSUMER, AGRICULTURAL, PRODUCTION], got CREDIT");
  }

  @ParameterizedTest
  @EnumSource(CooperativeKind.class)
  @Tag("ARCH-06")
  void everyPolicyValue_hasSourceAndRationale(CooperativeKind kind) {
    for (LegalProfile profile : LegalProfile.shipped()) {
      List<PolicyValue> values =
          CharterFixtures.charter(profile.name(), kind.name()).policyValues();
      assertThat(values)
          .extracting(PolicyValue::key)
          .containsAll(PolicyKey.required())
          .isSorted();
      assertThat(values).allSatisfy(value -> {
        assertThat(value.source()).isNotBlank();
        assertThat(value.rationale()).isNotBlank();
        assertThat(value.value()).isNotNull();
      });
    }
  }

  @Test
  @Tag("ARCH-06")
  @Tag("IND-05")
  void overriddenValue_namesTheCharter_orTheSourceItGives() {
    String json = CharterFixtures.json("PLATFORM", "CONSUMER", "council.minSize", "3")
        .replace(
            "\"policy\":{",
            "\"policy\":{\"council.maxSize\":{\"value\":7,\"source\":\"устав, п. 5.1\",\"rationale\":\"Seven villages\"},");
    Charter charter = CharterReader.read(json, "test");

    assertThat(charter.policyValue("council.minSize").source())
        .isEqualTo("rassvet charter, version 1");
    assertThat(charter.policyValue("council.maxSize"))
        .isEqualTo(new PolicyValue("council.maxSize", "7", "устав, п. 5.1", "Seven villages"));
    assertThat(charter.policyValue("council.term").source()).startsWith("default");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> charter.policyValue("council.colour"))
        .withMessage("the charter has no key council.colour");
  }

  @Test
  void digest_ignoresOrderAndBlanks_andNothingElse() {
    Charter charter = CharterFixtures.platform("council.minSize", "3", "council.maxSize", "7");
    Charter shuffled = CharterReader.read("""
        { "policy" : { "council.maxSize" : 7, "council.minSize" : {"value": 3} },
          "currency":"2,RUB", "financialYearEnd":"12-31", "zone":"Europe/Moscow", "effectiveFrom":"2026-01-01",
          "version":1, "profile":"PLATFORM", "kind":"CONSUMER",
          "title":"Потребительское общество «Рассвет»", "account":"rassvet" }
        """, "other");

    assertThat(shuffled).isEqualTo(charter).hasSameHashCodeAs(charter);
    assertThat(shuffled.digest()).isEqualTo(charter.digest());
    assertThat(charter.digest())
        .isEqualTo(Checksum256.sha256(charter.canonicalJson().getBytes(StandardCharsets.UTF_8)));
    assertThat(CharterFixtures.platform("council.minSize", "4", "council.maxSize", "7")
            .digest())
        .isNotEqualTo(charter.digest());
    assertThat(CharterFixtures.rf("council.minSize", "3", "council.maxSize", "7"))
        .isNotEqualTo(charter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLATFORM", "RF"})
  void canonicalJson_readsBack_toAnEqualCharter(String profile) {
    for (CooperativeKind kind : CooperativeKind.values()) {
      Charter charter = CharterFixtures.charter(
          profile,
          kind.name(),
          "meeting.majority.CHARTER",
          ">=2/3 ALL",
          "chairman.spendingLimit",
          "1000.50");
      Charter again = CharterReader.read(charter.canonicalJson(), "canonical");

      assertThat(again).isEqualTo(charter);
      assertThat(again.canonicalJson()).isEqualTo(charter.canonicalJson());
      assertThat(again.digest()).isEqualTo(charter.digest());
    }
  }

  @Test
  void canonicalJson_escapes_asRfc8785() {
    String quoted = CanonicalJson.quote("a\"b\\c\b\t\n\f\r\u0001\u001fд/");
    assertThat(quoted).isEqualTo("\"a\\\"b\\\\c\\b\\t\\n\\f\\r\\u0001\\u001fд/\"");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "meeting.quorum.first | 0/1 | must be more than nothing, got 0/1",
        "meeting.quorum.first | 0.75 | ratio must be written like 3/4, got 0.75",
        "meeting.maxCycles | -1 | must be a whole number",
        "meeting.maxCycles | 1001 | must lie between 0 and 1000, got 1001",
        "meeting.maxCycles | 01 | must be a whole number",
        "meeting.majority.OTHER | half | majority must be written like",
        "ballot.options | FOR,FOR | names FOR twice",
        "ballot.options | FOR,MAYBE | must be one of [FOR, AGAINST, ABSTAIN], got MAYBE",
        "ballot.revote | OFTEN | must be one of [FORBID, LAST_WINS], got OFTEN",
        "notice.blockIfUndelivered | yes | must be true or false",
        "annual.mandatoryItems | ANUAL_REPORT | must be one of [ANNUAL_REPORT, ",
        "annual.mandatoryItems | OTHER,OTHER | names OTHER twice",
        "council.minSize | 0 | must lie between 1 and 999, got 0",
        "council.term | 5 years | must be a period like P5Y or P18M",
        "council.term | P0D | must be longer than nothing",
        "council.term | P101Y | must be longer than nothing and at most P100Y, got P101Y",
        "chairman.spendingLimit | 1.005 | 2,RUB has 2 decimals, got 1.005",
        "chairman.spendingLimit | -1 | must be an amount like 300 or 300.50, got -1",
        "chairman.spendingLimit | 1e3 | must be an amount like 300 or 300.50, got 1e3",
        "funds.weights | RESERVE=10000 | weights must name each of the five funds once",
        "funds.weights | INDIVISIBLE=0,RESERVE=0,DEVELOPMENT=0,MUTUAL_AID=0,OPERATIONS=9999 | must add up to 10000 basis points, got 9999",
        "funds.weights | INDIVISIBLE=0,RESERVE=0,DEVELOPMENT=0,MUTUAL_AID=1,OPERATIONS=10000 | must add up to 10000 basis points, got 10001",
        "funds.weights | RESERVE=1,RESERVE=1 | names RESERVE twice",
        "funds.weights | RESERVE | must be written like RESERVE=500",
        "council.colour | red | unknown key",
        "notice.days.other | 3 | unknown key",
        "notice.days. | 3 | unknown key",
        "notice.days.REORGANISATION | 60 | unknown key",
        "meeting.majority.REORGANISATION | >=1/1 ALL | unknown key",
        "meeting.majority.DEFAULT | >=1/2 PRESENT | profile PLATFORM allows no less than >1/2 PRESENT",
        "meeting.majority.DEFAULT | >1/3 ALL | profile PLATFORM allows no less than >1/2 PRESENT",
        "meeting.majority.OTHER | >1/100 PRESENT | profile PLATFORM allows no less than >1/2 PRESENT",
        "meeting.repeatNoticeDays | 9 | profile PLATFORM allows no less than 10",
        "notice.days.REORGANIZATION | 29 | profile PLATFORM allows no less than 30"
      })
  void read_namesSourceKeyAndRule_ofEveryRefusal(String key, String value, String rule) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.platform(key, value))
        .withMessageStartingWith("test: ")
        .withMessageContaining(key)
        .withMessageContaining(rule);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "meeting.majority.EXCLUSION | >=3/4 PRESENT | >=3/4 ALL",
        "meeting.majority.EXCLUSION | >=2/3 ALL | >=3/4 ALL",
        "meeting.majority.REORGANIZATION | >=3/4 PRESENT | >=1/1 PRESENT",
        "meeting.majority.CHARTER | >=1/3 ALL | >1/2 PRESENT"
      })
  @Tag("MEET-15")
  void read_keepsTheMajoritiesOfTheLaw(String key, String value, String least) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.rf(key, value))
        .withMessageContaining(key + ": profile RF allows no less than " + least)
        .withMessageContaining("got " + value);
    assertThat(CharterFixtures.rf(
                "meeting.majority.EXCLUSION", ">3/4 ALL", "meeting.majority.CHARTER", ">=2/3 ALL")
            .meeting()
            .majorityFor(ItemType.EXCLUSION))
        .isEqualTo(MajorityRule.parse(">3/4 ALL"));
  }

  @Test
  void read_refusesValues_thatContradictEachOther() {
    refused(
        "council.maxSize must be council.minSize 5 or more, got 4",
        "council.minSize",
        "5",
        "council.maxSize",
        "4");
    assertThat(CharterFixtures.platform("council.minSize", "5", "council.maxSize", "5")
            .council()
            .maxSize())
        .isEqualTo(5);
    refused(
        "meeting.quorum.second 4/5 must not be above meeting.quorum.first 3/4",
        "meeting.quorum.second",
        "4/5");
    assertThat(
            CharterFixtures.platform("meeting.quorum.second", "3/4").meeting().quorumSecond())
        .isEqualTo(new Ratio(3, 4));
    refused(
        "meeting.quorum.first 3/4 must not be below meeting.quorum.legalFloor 4/5",
        "meeting.quorum.legalFloor",
        "4/5");
    refused("ballot.options must contain FOR and AGAINST, got [FOR]", "ballot.options", "FOR");
    refused("minutes.signers must contain CHAIR, got [SECRETARY]", "minutes.signers", "SECRETARY");
    refused("annual.toMonths must be above annual.fromMonths 6, got 6", "annual.fromMonths", "6");
    refused(
        "notice.days.REORGANIZATION must not be below notice.days.DEFAULT 31, got 30",
        "notice.days.DEFAULT",
        "31");
    assertThat(CharterFixtures.platform("notice.days.DEFAULT", "30").notice().defaultDays())
        .isEqualTo(30);
  }

  private static void refused(String rule, String... keysAndValues) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterFixtures.platform(keysAndValues))
        .withMessage("test: policy: " + rule);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"account\":\"rassvet\" | \"account\":\"Рассвет\" | account: ",
        "\"account\":\"rassvet\" | \"account\":7 | account: must be a text, got 7",
        "\"version\":1 | \"version\":0 | version: must lie between 1 and 999999, got 0",
        "\"version\":1 | \"version\":1.0 | version: must be a whole number, got 1.0",
        "2026-01-01 | 2026-02-30 | effectiveFrom: must be a date like 2026-01-31, got 2026-02-30",
        "Europe/Moscow | Europe/Atlantis | zone: must be a time zone like Europe/Moscow, got Europe/Atlantis",
        "12-31 | 31-12 | financialYearEnd: must be month and day like 12-31, got 31-12",
        "2,RUB | RUB | currency: ",
        "PLATFORM | RFF | profile: unknown profile RFF, and the charter does not state ",
        "\"version\":1 | \"version\":1,\"colour\":\"red\" | colour: unknown key",
        "\"version\":1 | \"version\":1,\"version\":2 | not valid JSON: ",
        "\"policy\":{} | \"policy\":[] | policy: must be a JSON object",
        "\"policy\":{} | \"policy\":{\"council.minSize\":{\"value\":3,\"fixed\":true}} | council.minSize: unknown field fixed",
        "\"policy\":{} | \"policy\":{\"council.minSize\":{\"value\":3,\"source\":\"\"}} | council.minSize: source must be given in words",
        "}}  | }} {} | not valid JSON"
      })
  void read_refusesHeads_thatCannotBe(String part, String replacement, String rule) {
    String json = (CharterFixtures.json("PLATFORM", "CONSUMER") + " ").replace("}} ", "}}  ");
    String wrong = part.startsWith("}}") ? json + "{}" : json.replace(part, replacement);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterReader.read(wrong, "rassvet.json"))
        .withMessageStartingWith("rassvet.json: ")
        .withMessageContaining(rule);
  }

  @Test
  void read_refuses_whatIsNoObject() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterReader.read("[]", "x"))
        .withMessage("x: must be a JSON object");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterReader.read("", "x"))
        .withMessageStartingWith("x: ");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CharterReader.read(
            CharterFixtures.json("RF", "CONSUMER"), "x", List.of(LegalProfile.rf())))
        .withMessage("two profiles are called RF");
  }

  @Test
  void profile_refusesJson_thatIsIncomplete() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> LegalProfile.read("{\"profile\":\"X\",\"title\":\"x\",\"policy\":{}}", "x.json"))
        .withMessage("x.json: meeting.quorum.first: must be given for CONSUMER");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LegalProfile.read(
            "{\"profile\":\"X\",\"title\":\"x\",\"extends\":\"Y\",\"policy\":{}}", "x.json"))
        .withMessage("x.json: extends: unknown profile Y");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LegalProfile.read(
            "{\"profile\":\"X\",\"title\":\"x\",\"extends\":\"RF\",\"policy\":{\"council.minSize\":3}}",
            "x.json"))
        .withMessage("x.json: council.minSize: a profile gives value, source and rationale, got 3");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LegalProfile.read(
            "{\"profile\":\"X\",\"title\":\"x\",\"extends\":\"RF\",\"policy\":{},\"kinds\":{\"CREDIT\":{}}}",
            "x.json"))
        .withMessageStartingWith("x.json: kinds: must be one of");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LegalProfile.read(
            "{\"profile\":\"X\",\"title\":\"x\",\"extends\":\"RF\",\"policy\":{\"council.castingVote\":"
                + "{\"value\":true,\"min\":true,\"source\":\"s\",\"rationale\":\"r\"}}}",
            "x.json"))
        .withMessageContaining("no order");
  }

  @Test
  @Tag("CHAIR-13")
  void chairman_actsWithinTheCharter_andItsVersionIsNamed() {
    Charter charter = CharterFixtures.platform(
        "chairman.competence", "REPRESENT,PAY", "chairman.spendingLimit", "1000");

    charter.chairman().requireCompetent(ChairmanAct.REPRESENT);
    charter.chairman().requireCompetent(ChairmanAct.PAY, Asset.parse("1000.00 RUB"));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> charter.chairman().requireCompetent(ChairmanAct.CONCLUDE_CONTRACTS))
        .withMessage("OUTSIDE_COMPETENCE act=CONCLUDE_CONTRACTS")
        .extracting(GovernanceException::reason)
        .isEqualTo(Reason.OUTSIDE_COMPETENCE);
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(
            () -> charter.chairman().requireCompetent(ChairmanAct.PAY, Asset.parse("1000.01 RUB")))
        .withMessage("OVER_LIMIT amount=\"1000.01 RUB\" limit=\"1000.00 RUB\"");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> charter.chairman().requireCompetent(ChairmanAct.PAY, Asset.parse("1.0000 AXON")));
    assertThat(charter.canonicalJson())
        .contains("\"chairman.competence\":\"REPRESENT,PAY\"", "\"version\":1");
  }

  @Test
  void funds_readFromObjectOrText_alike() {
    String asObject = CharterFixtures.json("PLATFORM", "CONSUMER")
        .replace(
            "\"policy\":{",
            "\"policy\":{\"funds.weights\":{\"OPERATIONS\":6000,\"INDIVISIBLE\":1000,\"RESERVE\":1000,"
                + "\"DEVELOPMENT\":1000,\"MUTUAL_AID\":1000}");
    Charter charter = CharterReader.read(asObject, "test");

    assertThat(charter)
        .isEqualTo(CharterFixtures.platform(
            "funds.weights",
            "INDIVISIBLE=1000,RESERVE=1000,DEVELOPMENT=1000,MUTUAL_AID=1000,OPERATIONS=6000"));
    assertThat(charter.funds().weights())
        .extracting(FundsPolicy.Weight::fund)
        .containsExactly(CharterFund.values());
  }

  @Test
  void admission_asksForTheAge_ofTheCharter() {
    AdmissionPolicy admission = CharterFixtures.platform().admission();
    Individual person =
        new Individual("Иванов", "Иван", "", LocalDate.of(2008, 5, 2), new Inn("500100732259"));

    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> admission.requireAge(person, LocalDate.of(2026, 5, 1)))
        .withMessage("UNDER_AGE age=17 required=18");
    admission.requireAge(person, LocalDate.of(2026, 5, 2));
    assertThat(person.ageOn(LocalDate.of(2026, 5, 2))).isEqualTo(admission.minAge());
  }
}
