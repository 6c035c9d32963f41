package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.States;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.charter.MeetingPolicy;
import io.github.coopj.governance.charter.SecretPolicy;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.CeremonyRecord;
import io.github.coopj.governance.secret.CeremonyStatus;
import io.github.coopj.governance.secret.ElectionContent;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretElection;
import io.github.coopj.governance.secret.SecretItem;
import io.github.coopj.governance.secret.TrusteeEligibility;
import io.github.coopj.governance.secret.VoidCeremony;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a meeting asks of the key of its secret items, and what their election is about (MEET-13). */
final class SecretItems {
  private SecretItems() {}

  static Optional<SecretElection> election(
      GeneralMeetingRecord row, Optional<ReadyCeremony> ceremony, MeetingPolicy policy) {
    List<AnswerOption> options =
        Arrays.stream(AnswerOption.values()).filter(policy.answers()::contains).toList();
    List<SecretItem> items = row.items().stream()
        .filter(ItemRecord::secret)
        .map(item -> new SecretItem(item.number(), options))
        .toList();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    ReadyCeremony ready = ceremony
        .filter(made -> isOf(row, made.snapshot().plan()))
        .orElseThrow(
            () -> new GovernanceException(Reason.SECRET_KEYS_MISSING, "meeting", row.id()));
    return Optional.of(SecretElection.of(new ElectionContent(
        row.cooperative(),
        row.id(),
        row.cycle(),
        row.agendaVersion(),
        row.agendaHash(),
        row.rollDigest(),
        row.eligible(),
        items,
        ready.keys())));
  }

  private static boolean isOf(GeneralMeetingRecord row, CeremonyPlan plan) {
    return plan.meeting() == row.id() && plan.cooperative().equals(row.cooperative());
  }

  static void requirePlan(
      GeneralMeetingRecord row,
      CeremonyPlan plan,
      Optional<KeyCeremony> previous,
      TimePointSec decidedAt,
      SecretPolicy policy,
      Instant now) {
    if (decidedAt.toInstant().isAfter(now)) {
      throw new GovernanceException(Reason.OUT_OF_ORDER, "at", now, "notBefore", decidedAt);
    }
    if (!isOf(row, plan)) {
      throw new GovernanceException(
          Reason.SECRET_PLAN_OTHER_MEETING,
          "plan",
          plan.cooperative() + "#" + plan.meeting(),
          "expected",
          row.cooperative() + "#" + row.id());
    }
    int attempt = 1 + previous.map(SecretItems::requireVoid).orElse(0);
    if (plan.attempt() != attempt) {
      throw new GovernanceException(
          Reason.SECRET_ATTEMPT, "attempt", plan.attempt(), "expected", attempt);
    }
    previous.ifPresent(before -> ((VoidCeremony) before).requireNext(plan));
    if (plan.trustees().size() < policy.trustees() || plan.threshold() < policy.threshold()) {
      throw new GovernanceException(
          Reason.TRUSTEES_TOO_FEW,
          "trustees",
          plan.trustees().size(),
          "threshold",
          plan.threshold());
    }
    requireBefore(TimePointSec.of(now), plan.endsAt());
    requireBefore(plan.endsAt(), row.opensAt());
  }

  private static void requireBefore(TimePointSec at, TimePointSec until) {
    if (at.compareTo(until) > 0) {
      throw new GovernanceException(Reason.SECRET_CEREMONY_OVER, "at", at, "until", until);
    }
  }

  private static int requireVoid(KeyCeremony ceremony) {
    CeremonyRecord before = ceremony.snapshot();
    States.require(
        ceremony,
        VoidCeremony.class,
        "key ceremony of meeting " + before.plan().meeting(),
        before.status(),
        CeremonyStatus.VOID);
    return before.plan().attempt();
  }

  static TrusteeEligibility eligibility(
      GeneralMeetingRecord row, RollLookup roll, Council council, Instant now) {
    return new TrusteeEligibility() {
      @Override
      public long members() {
        return row.eligible();
      }

      @Override
      public boolean isOnRoll(Name account) {
        return roll.contains(account);
      }

      @Override
      public boolean isCandidate(Name account) {
        return row.items().stream().anyMatch(item -> item.candidates().contains(account));
      }

      @Override
      public boolean isInCouncil(Name account) {
        return council.isMember(account, now);
      }
    };
  }
}
