package io.github.coopj.governance.proxy;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("BALLOT-09")
class ProxyPowerTest {
  private static final Charter ONE = platform("\"proxy.max\": 1");
  private static final Name PRINCIPAL = member(2);
  private static final Name PROXY = member(3);
  private static final Instant FROM = NOW.plusSeconds(100);
  private static final Instant UNTIL = NOW.plusSeconds(1_000);

  private static ProxyPaper paperOf(Name principal, Name proxy, long meeting) {
    return new ProxyPaper(
        COOP, principal, proxy, meeting, TimePointSec.of(FROM), TimePointSec.of(UNTIL));
  }

  private static DocumentSignature signed(ProxyPaper paper, Name signer) {
    return DocumentSignature.sign(key(signer), signer, paper.digest(), NOW);
  }

  private static ProxyPower register(ProxyPaper paper, Optional<ProxyPower> before, Instant now) {
    return ProxyPower.register(5, paper, signed(paper, paper.principal()), before, KEYS, ONE, now);
  }

  private static ProxyPower register(ProxyPaper paper) {
    return register(paper, Optional.empty(), NOW);
  }

  @Test
  void register_keepsWhatThePrincipalSigned() {
    ProxyPaper paper = paperOf(PRINCIPAL, PROXY, 7);
    ProxyPower power = register(paper);
    assertThat(power.snapshot())
        .isEqualTo(new ProxyRecord(
            5, paper, signed(paper, PRINCIPAL), TimePointSec.of(NOW), TimePointSec.EPOCH));
    assertThat(ProxyPower.restore(power.snapshot())).isEqualTo(power).hasSameHashCodeAs(power);
    assertThat(power).hasToString("ProxyPower[" + PRINCIPAL + " -> " + PROXY + "]");
    assertThat(power).isNotEqualTo(register(paperOf(PRINCIPAL, PROXY, 8)));
  }

  @Test
  void register_refuses_whereTheCharterKnowsNoProxies() {
    ProxyPaper paper = paperOf(PRINCIPAL, PROXY, 7);
    assertRefused(
        () -> ProxyPower.register(
            5, paper, signed(paper, PRINCIPAL), Optional.empty(), KEYS, platform(), NOW),
        "PROXIES_NOT_ALLOWED cooperative=coop");
  }

  @Test
  void register_refuses_aPaperForged_foreignOrOver() {
    ProxyPaper paper = paperOf(PRINCIPAL, PROXY, 7);
    for (Name forger : List.of(PROXY, member(4))) {
      assertRefused(
          () -> ProxyPower.register(
              5, paper, signed(paper, forger), Optional.empty(), KEYS, ONE, NOW),
          Reason.SIGNATURE_FORGED);
    }
    DocumentSignature other = signed(paperOf(PRINCIPAL, member(4), 7), PRINCIPAL);
    assertRefused(
        () -> ProxyPower.register(5, paper, other, Optional.empty(), KEYS, ONE, NOW),
        Reason.SIGNATURE_FORGED);
    ProxyPaper foreign =
        new ProxyPaper(Name.of("other"), PRINCIPAL, PROXY, 0, paper.from(), paper.until());
    assertRefused(
        () -> register(foreign), "PROXY_OF_OTHER_COOPERATIVE cooperative=other expected=coop");
    assertThat(
            register(paper, Optional.empty(), UNTIL.minusSeconds(1)).snapshot().paper())
        .isEqualTo(paper);
    assertRefused(() -> register(paper, Optional.empty(), UNTIL), Reason.PROXY_NOT_VALID);
  }

  @Test
  void register_refusesASecondPower_whileTheFirstCanBeUsed() {
    ProxyPower first = register(paperOf(PRINCIPAL, PROXY, 7));
    ProxyPaper next = new ProxyPaper(
        COOP,
        PRINCIPAL,
        member(4),
        0,
        TimePointSec.of(FROM),
        TimePointSec.of(UNTIL.plusSeconds(5)));
    assertRefused(
        () -> register(next, Optional.of(first), UNTIL.minusSeconds(1)),
        "PROXY_STANDS account=" + PRINCIPAL + " until=" + TimePointSec.of(UNTIL));
    assertThat(register(next, Optional.of(first), UNTIL).snapshot().paper()).isEqualTo(next);
    ProxyPower revoked = first.revoke(PRINCIPAL, NOW);
    assertThat(register(next, Optional.of(revoked), NOW).snapshot().paper()).isEqualTo(next);
  }

  @Test
  void revoke_isOfThePrincipal_andOnce() {
    ProxyPower power = register(paperOf(PRINCIPAL, PROXY, 7));
    for (Name other : List.of(PROXY, member(4))) {
      assertRefused(
          () -> power.revoke(other, NOW),
          "NOT_THE_PRINCIPAL account=" + other + " principal=" + PRINCIPAL);
    }
    ProxyPower revoked = power.revoke(PRINCIPAL, FROM);
    assertThat(ProxyPower.restore(revoked.snapshot())).isEqualTo(revoked);
    assertRefused(
        () -> revoked.revoke(PRINCIPAL, FROM),
        "PROXY_REVOKED account=" + PRINCIPAL + " since=" + TimePointSec.of(FROM));
    assertRefused(
        () -> revoked.requireCovers(power.snapshot().paper().digest(), PROXY, 7, FROM),
        Reason.PROXY_REVOKED);
  }

  @Test
  void withoutLeavers_endsAPower_withTheMembershipOfPrincipalOrProxy() {
    ProxyPower power = register(paperOf(PRINCIPAL, PROXY, 7));
    assertThat(power.withoutLeavers((account, at) -> at.equals(FROM), FROM)).isEqualTo(power);
    for (Name leaver : List.of(PRINCIPAL, PROXY)) {
      ProxyPower ended = power.withoutLeavers((account, at) -> !account.equals(leaver), FROM);
      assertThat(ended.snapshot().revokedAt()).isEqualTo(TimePointSec.of(FROM));
      assertThat(ended.withoutLeavers((account, at) -> false, FROM.plusSeconds(1)))
          .as("it ended before")
          .isEqualTo(ended);
    }
    assertThat(power.withoutLeavers((account, at) -> false, UNTIL)).isEqualTo(power);
  }

  @Test
  void requireCovers_fromTheFirstSecondToTheOneBeforeTheEnd() {
    ProxyPower power = register(paperOf(PRINCIPAL, PROXY, 7));
    for (long second = -1; second <= 901; second++) {
      Instant at = FROM.plusSeconds(second);
      if (second >= 0 && second < 900) {
        power.requireCovers(power.snapshot().paper().digest(), PROXY, 7, at);
      } else {
        assertRefused(
            () -> power.requireCovers(power.snapshot().paper().digest(), PROXY, 7, at),
            Reason.PROXY_NOT_VALID);
      }
    }
    assertThat(power.snapshot().revokedAt()).isEqualTo(TimePointSec.EPOCH);
  }

  @Test
  void requireCovers_refuses_anotherDocument_proxyOrMeeting() {
    ProxyPower power = register(paperOf(PRINCIPAL, PROXY, 7));
    assertRefused(
        () -> power.requireCovers(paper("forged"), PROXY, 7, FROM),
        "PROXY_UNKNOWN account=" + PRINCIPAL + " document=" + paper("forged"));
    for (Name other : List.of(member(4), PRINCIPAL)) {
      assertRefused(
          () -> power.requireCovers(power.snapshot().paper().digest(), other, 7, FROM),
          "PROXY_OF_ANOTHER account=" + other + " expected=" + PROXY);
    }
    assertRefused(
        () -> power.requireCovers(power.snapshot().paper().digest(), PROXY, 8, FROM),
        "PROXY_OF_OTHER_MEETING meeting=8 expected=7");
    ProxyPower every = register(paperOf(PRINCIPAL, PROXY, 0));
    for (long meeting = 1; meeting < 10; meeting++) {
      every.requireCovers(every.snapshot().paper().digest(), PROXY, meeting, FROM);
    }
  }

  @Test
  void digest_changes_withEveryComponent() {
    TimePointSec from = TimePointSec.of(FROM);
    TimePointSec until = TimePointSec.of(UNTIL);
    TimePointSec later = TimePointSec.of(UNTIL.plusSeconds(1));
    List<ProxyPaper> papers = new ArrayList<>(List.of(
        new ProxyPaper(COOP, PRINCIPAL, PROXY, 7, from, until),
        new ProxyPaper(Name.of("other"), PRINCIPAL, PROXY, 7, from, until),
        new ProxyPaper(COOP, member(4), PROXY, 7, from, until),
        new ProxyPaper(COOP, PRINCIPAL, member(4), 7, from, until),
        new ProxyPaper(COOP, PRINCIPAL, PROXY, 0, from, until),
        new ProxyPaper(COOP, PRINCIPAL, PROXY, 7, TimePointSec.of(NOW), until),
        new ProxyPaper(COOP, PRINCIPAL, PROXY, 7, from, later)));
    assertThat(new HashSet<>(papers.stream().map(ProxyPaper::digest).toList()))
        .hasSameSizeAs(papers);
  }

  @Test
  void paper_refuses_whatNobodyCouldUse() {
    TimePointSec from = TimePointSec.of(FROM);
    TimePointSec until = TimePointSec.of(UNTIL);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ProxyPaper(COOP, PRINCIPAL, PRINCIPAL, 7, from, until))
        .withMessage("nobody is his own proxy, got " + PRINCIPAL);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ProxyPaper(COOP, PRINCIPAL, PROXY, 7, from, from))
        .withMessageStartingWith("a power of attorney ends after it begins");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ProxyPaper(COOP, PRINCIPAL, PROXY, -1, from, until))
        .withMessage("a power of attorney is for a meeting or for all, got -1");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ProxyPaper(COOP, Name.EMPTY, PROXY, 7, from, until))
        .withMessageStartingWith("a power of attorney names its cooperative");
  }

  @Test
  void restore_refuses_recordsThatContradictThemselves() {
    ProxyRecord row = register(paperOf(PRINCIPAL, PROXY, 7)).snapshot();
    TimePointSec before = TimePointSec.of(NOW.minusSeconds(1));
    List<ProxyRecord> broken = List.of(
        new ProxyRecord(0, row.paper(), row.signature(), row.registeredAt(), row.revokedAt()),
        new ProxyRecord(
            5, row.paper(), signed(row.paper(), PROXY), row.registeredAt(), row.revokedAt()),
        new ProxyRecord(5, row.paper(), row.signature(), row.paper().until(), row.revokedAt()),
        new ProxyRecord(5, row.paper(), row.signature(), row.registeredAt(), before));
    for (ProxyRecord each : broken) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> ProxyPower.restore(each))
          .withMessageContaining("contradicts itself");
    }
  }
}
