package io.github.coopj.governance.notice;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.charter.NoticeChannel.EMAIL;
import static io.github.coopj.governance.charter.NoticeChannel.POST;
import static io.github.coopj.governance.charter.NoticeChannel.PUSH;
import static io.github.coopj.governance.meeting.Fixtures.COOP;
import static io.github.coopj.governance.meeting.Fixtures.NOW;
import static io.github.coopj.governance.meeting.Fixtures.OPENS;
import static io.github.coopj.governance.meeting.Fixtures.member;
import static io.github.coopj.governance.meeting.Fixtures.members;
import static io.github.coopj.governance.meeting.Fixtures.paper;
import static io.github.coopj.governance.meeting.Fixtures.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.NoticeChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoticeProofTest {
  private static final Charter CHARTER = platform();
  private static final Set<NoticeChannel> ALL = Set.of(PUSH, EMAIL, POST);

  private static NoticeProof begin(int who, Set<NoticeChannel> reachable, Charter charter) {
    return NoticeProof.begin(7, 1, member(who), paper("notice"), reachable, charter.notice());
  }

  private static NoticeProof fail(NoticeProof proof, NoticeChannel channel) {
    return proof.sent(channel, paper("sent"), NOW).reported(Delivery.FAILED, paper("failed"));
  }

  @Test
  @Tag("NOTICE-01")
  void sent_keepsChannelTimeAndDelivery_ofOneNoticeForEachMember() {
    NoticeProof proof = begin(0, ALL, CHARTER);
    assertThat(proof.isNotified()).isFalse();
    assertThat(proof.notifiedAt()).isEmpty();
    NoticeProof sent = proof.sent(PUSH, paper("receipt"), NOW);
    assertThat(sent.snapshot().attempts())
        .containsExactly(
            new NoticeAttempt(PUSH, TimePointSec.of(NOW), Delivery.SENT, paper("receipt")));
    assertThat(sent.notifiedAt()).contains(NOW);
    assertRefused(
        Reason.ALREADY_NOTIFIED,
        "ALREADY_NOTIFIED account=" + member(0) + " cycle=1",
        () -> sent.sent(EMAIL, paper("receipt"), NOW));
    NoticeProof delivered = sent.reported(Delivery.DELIVERED, paper("delivered"));
    assertThat(delivered.snapshot().attempts())
        .containsExactly(
            new NoticeAttempt(PUSH, TimePointSec.of(NOW), Delivery.DELIVERED, paper("delivered")));
    assertThat(delivered.digest()).isNotEqualTo(sent.digest());
    assertRefused(() -> delivered.reported(Delivery.FAILED, paper("x")), Reason.WRONG_STATE);
    assertRefused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"notice to " + member(0) + "\" state=NOT_SENT needed=SENT",
        () -> proof.reported(Delivery.DELIVERED, paper("x")));
    assertRefused(() -> sent.reported(Delivery.SENT, paper("x")), Reason.WRONG_STATE);
  }

  @Test
  @Tag("NOTICE-07")
  void next_fallsBackInTheOrderOfTheCharter_untilNoWayIsLeft() {
    NoticeProof proof = begin(0, ALL, CHARTER);
    assertRefused(
        Reason.NOTICE_OTHER_CHANNEL,
        "NOTICE_OTHER_CHANNEL channel=EMAIL expected=PUSH",
        () -> proof.sent(EMAIL, paper("x"), NOW));
    NoticeProof push = fail(proof, PUSH);
    assertThat(push.isNotified()).isFalse();
    assertThat(push.next()).contains(EMAIL);
    NoticeProof email = fail(push, EMAIL);
    assertThat(email.next()).contains(POST);
    assertThat(email.sent(POST, paper("x"), NOW).next()).isEmpty();
    NoticeProof post = fail(email, POST);
    assertRefused(Reason.NO_CHANNEL_LEFT, "NO_CHANNEL_LEFT account=" + member(0), post::next);
    assertThat(post.snapshot().attempts()).as("every attempt is kept").hasSize(3);
    assertThat(
            begin(0, ALL, platform("\"notice.channels\": [\"POST\", \"PUSH\"]")).next())
        .contains(POST);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> proof.sent(PUSH, Checksum256.ZERO, NOW));
  }

  @Test
  @Tag("NOTICE-07")
  void begin_leavesOutWaysThatAMemberDoesNotHave() {
    assertThat(begin(0, Set.of(POST), CHARTER).next()).contains(POST);
    assertThat(begin(0, Set.of(EMAIL, POST), CHARTER).next()).contains(EMAIL);
    assertRefused(() -> begin(0, Set.of(), CHARTER).next(), Reason.NO_CHANNEL_LEFT);
  }

  @Test
  void restore_givesTheSame_andRefusesAttemptsOutOfOrder() {
    NoticeProof proof = fail(begin(0, ALL, CHARTER), PUSH).sent(EMAIL, paper("x"), NOW);
    NoticeRecord row = proof.snapshot();
    assertThat(NoticeProof.restore(RecordCodec.of(NoticeRecord.class)
            .decode(RecordCodec.of(NoticeRecord.class).encode(row))))
        .isEqualTo(proof)
        .hasSameHashCodeAs(proof);
    List<NoticeAttempt> attempts = row.attempts();
    List<NoticeAttempt> goesOn = List.of(
        new NoticeAttempt(PUSH, TimePointSec.of(NOW), Delivery.DELIVERED, paper("x")),
        attempts.get(1));
    for (List<NoticeAttempt> wrong :
        List.of(List.of(attempts.get(1)), goesOn, List.of(attempts.get(0), attempts.get(0)))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> NoticeProof.restore(new NoticeRecord(
              row.meeting(), row.cycle(), row.member(), row.message(), row.channels(), wrong)));
    }
  }

  private static Map<Name, NoticeProof> proofs(int members, Instant at) {
    Map<Name, NoticeProof> proofs = new TreeMap<>();
    for (int i = 0; i < members; i++) {
      proofs.put(member(i), begin(i, ALL, CHARTER).sent(PUSH, paper("x"), at));
    }
    return proofs;
  }

  private static ConveningReport report(int roll, Map<Name, NoticeProof> proofs, int cycle) {
    return ConveningReport.of(
        7,
        cycle,
        TimePointSec.of(OPENS),
        10,
        members(roll),
        member -> Optional.ofNullable(proofs.get(member)),
        CHARTER);
  }

  @Test
  @Tag("NOTICE-06")
  void report_listsWhoWasNotTold_andBlocksOrFlagsTheOpening() {
    Charter flags = platform("\"notice.blockIfUndelivered\": false");
    ConveningReport whole = report(4, proofs(4, NOW), 1);
    assertThat(whole.isComplete()).isTrue();
    assertThat(whole.requireMayOpen(CHARTER.notice())).isFalse();
    assertThat(whole.requireMayOpen(flags.notice())).isFalse();
    assertThat(whole.proofs()).hasSize(4);

    Map<Name, NoticeProof> three = proofs(3, NOW);
    ConveningReport missing = report(4, three, 1);
    assertThat(missing.missing()).containsExactly(member(3));
    assertThat(missing.isComplete()).isFalse();
    assertRefused(
        Reason.MEMBERS_NOT_NOTIFIED,
        "MEMBERS_NOT_NOTIFIED notified=3 of 4",
        () -> missing.requireMayOpen(CHARTER.notice()));
    assertThat(missing.requireMayOpen(flags.notice())).isTrue();
    assertThat(missing.digest()).isNotEqualTo(whole.digest());

    three.put(member(3), fail(begin(3, ALL, CHARTER), PUSH));
    assertThat(report(4, three, 1).missing())
        .as("a failed notice is none")
        .containsExactly(member(3));
    assertThat(report(4, proofs(4, NOW), 2).missing()).as("another cycle").hasSize(4);
  }

  @Test
  @Tag("NOTICE-06")
  void report_listsWhoWasToldTooLate_onBothSidesOfTheLastDay() {
    Instant last = NoticeClock.lastDay(OPENS, 10, CHARTER.notice().counting(), CHARTER.zone())
        .plusDays(1)
        .atStartOfDay(CHARTER.zone())
        .toInstant();
    assertThat(report(2, proofs(2, last.minusSeconds(1)), 1).isComplete()).isTrue();
    ConveningReport late = report(2, proofs(2, last), 1);
    assertThat(late.late()).containsExactly(member(0), member(1));
    assertThat(late.missing()).isEmpty();
    assertRefused(
        Reason.MEMBERS_NOT_NOTIFIED,
        "MEMBERS_NOT_NOTIFIED notified=0 of 2",
        () -> late.requireMayOpen(CHARTER.notice()));
  }

  @Test
  @Tag("NOTICE-05")
  void startNotice_goesAtTheOpening_withALinkAndTheOtherWayWhereOneFails() {
    StartNotice start =
        new StartNotice(COOP, 7, 1, "https://coop.example/7", TimePointSec.of(OPENS));
    assertRefused(
        () -> start.to(member(0), ALL, Optional.empty(), CHARTER.notice(), OPENS.minusSeconds(1)),
        Reason.MEETING_TOO_EARLY);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new StartNotice(COOP, 7, 1, " ", TimePointSec.of(OPENS)));
    List<NoticeProof> told = new ArrayList<>();
    for (Name member : members(3)) {
      told.add(start.to(member, ALL, Optional.empty(), CHARTER.notice(), OPENS));
    }
    assertThat(told).extracting(NoticeProof::member).isEqualTo(members(3));
    assertThat(told).allSatisfy(proof -> {
      assertThat(proof.snapshot().message()).isEqualTo(start.digest());
      assertThat(proof.snapshot().channels()).containsExactly(PUSH, EMAIL);
      assertThat(fail(proof, PUSH).next()).contains(EMAIL);
      assertThat(fail(fail(proof, PUSH), EMAIL).snapshot().attempts()).hasSize(2);
    });
    assertThat(start
            .to(
                member(0),
                Set.of(EMAIL),
                Optional.empty(),
                CHARTER.notice(),
                OPENS.plus(Duration.ofHours(1)))
            .next())
        .contains(EMAIL);
    assertThat(
            new StartNotice(COOP, 7, 1, "https://coop.example/8", TimePointSec.of(OPENS)).digest())
        .isNotEqualTo(start.digest());
  }
}
