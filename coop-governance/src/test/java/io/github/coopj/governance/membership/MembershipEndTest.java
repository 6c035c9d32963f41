package io.github.coopj.governance.membership;

import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.KEYS;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.key;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.ItemType;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.meeting.MeetingDecision;
import io.github.coopj.governance.person.PersonKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a membership ends: by application of the member, or by decision of the general meeting. */
class MembershipEndTest {
  private static final Name ANNA = member(1);
  private static final Instant LATER = NOW.plus(Duration.ofDays(100));
  private static final Exclusion EXCLUSION =
      new Exclusion(COOP, ANNA, Fixtures.paper("does not pay"));

  private static Membership.Active active(Instant since) {
    return Membership.restore(new MembershipRecord(
            ANNA,
            PersonKind.INDIVIDUAL,
            Fixtures.paper("person"),
            Fixtures.paper("application"),
            Name.EMPTY,
            MembershipStatus.ACTIVE,
            TimePointSec.of(since),
            TimePointSec.of(since),
            TimePointSec.EPOCH,
            1))
        .requireActive();
  }

  private static ExitApplication application(Name account, Instant at) {
    return new ExitApplication(COOP, account, TimePointSec.of(at));
  }

  private static Membership.Exited exit(ExitApplication application, Name signer, Instant now) {
    return active(NOW)
        .exit(
            application,
            DocumentSignature.sign(key(signer), signer, application.digest(), now),
            KEYS,
            now);
  }

  private static void refused(Reason reason, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  @Test
  @Tag("MEET-16")
  void exit_endsTheMembership_fromThisSecondOn() {
    Membership.Exited exited = exit(application(ANNA, NOW), ANNA, LATER);
    assertThat(exited.snapshot().memberUntil()).isEqualTo(TimePointSec.of(LATER));
    assertThat(exited.snapshot().isMemberAt(TimePointSec.of(LATER.minusSeconds(1))))
        .isTrue();
    assertThat(exited.snapshot().isMemberAt(TimePointSec.of(LATER))).isFalse();
    assertThat(Membership.restore(exited.snapshot())).isEqualTo(exited);
  }

  @Test
  void exit_isOfTheMemberAlone_onAnApplicationOfThisMembership() {
    refused(Reason.SIGNATURE_FORGED, () -> exit(application(ANNA, NOW), member(2), LATER));
    refused(Reason.SIGNATURE_FORGED, () -> exit(application(member(2), NOW), ANNA, LATER));
    refused(Reason.OUT_OF_ORDER, () -> exit(application(ANNA, NOW.minusSeconds(1)), ANNA, LATER));
    refused(Reason.OUT_OF_ORDER, () -> exit(application(ANNA, LATER.plusSeconds(1)), ANNA, LATER));
    assertThat(exit(application(ANNA, LATER), ANNA, LATER).status())
        .isEqualTo(MembershipStatus.EXITED);
  }

  private static MeetingDecision decision(ItemType type, Exclusion exclusion) {
    return Fixtures.held(type, exclusion.digest(), LATER).decision(1);
  }

  @Test
  void excluded_byTheDecisionOnExactlyThisMember_whileItIsNoOlderThanTheMembership() {
    MeetingDecision decision = decision(ItemType.EXCLUSION, EXCLUSION);
    assertThat(active(NOW).excluded(EXCLUSION, decision, LATER).snapshot().memberUntil())
        .isEqualTo(TimePointSec.of(LATER));
    refused(
        Reason.DECISION_OF_OTHER_TYPE,
        () -> active(NOW).excluded(EXCLUSION, decision(ItemType.OTHER, EXCLUSION), LATER));
    for (Exclusion other : List.of(
        new Exclusion(COOP, member(2), EXCLUSION.grounds()),
        new Exclusion(COOP, ANNA, Fixtures.paper("other grounds")))) {
      refused(
          Reason.DECISION_ON_OTHER_SUBJECT,
          () -> active(NOW).excluded(EXCLUSION, decision(ItemType.EXCLUSION, other), LATER));
    }
    Exclusion elsewhere = new Exclusion(Name.of("elsewhere"), ANNA, EXCLUSION.grounds());
    refused(Reason.OTHER_COOPERATIVE, () -> active(NOW).excluded(elsewhere, decision, LATER));
    refused(
        Reason.OUT_OF_ORDER,
        () -> active(NOW).excluded(EXCLUSION, decision, LATER.minusSeconds(1)));
    refused(
        Reason.OUT_OF_ORDER,
        () -> active(LATER.plusSeconds(1)).excluded(EXCLUSION, decision, LATER.plusSeconds(2)));
    assertThat(active(LATER).excluded(EXCLUSION, decision, LATER).status())
        .isEqualTo(MembershipStatus.EXITED);
  }
}
