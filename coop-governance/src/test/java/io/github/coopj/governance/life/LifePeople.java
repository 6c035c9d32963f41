package io.github.coopj.governance.life;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.AdmissionCriterion;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.DecisionInForce;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.council.VotingForm;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import io.github.coopj.governance.membership.ExitApplication;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.person.PersonKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** People who found, apply, are admitted or not, leave and ask again. */
final class LifePeople {
  private static final int COUNCIL = 3;

  private final LifeContext life;
  private final LifeCouncil council;
  private final TreeMap<Name, Membership> people = new TreeMap<>();
  private int next;

  LifePeople(LifeContext life) {
    this.life = life;
    this.next = COUNCIL + life.random.nextInt(5);
    List<MembershipApplication> founders =
        Fixtures.members(next).stream().map(this::application).toList();
    Founding founding = Founding.constitute(
        life.charter, founders, Fixtures.members(COUNCIL), Fixtures.member(0), life.now());
    for (MembershipRecord founder : founding.members()) {
      people.put(founder.account(), Membership.restore(founder));
      life.model.founded(founder.account().toString(), life.seconds());
      life.wrote(founder);
    }
    this.council = new LifeCouncil(life, founding.council());
  }

  LifeCouncil council() {
    return council;
  }

  List<MembershipRecord> records() {
    return people.values().stream().map(Membership::snapshot).toList();
  }

  List<Name> membersAt(TimePointSec moment) {
    return records().stream()
        .filter(each -> each.isMemberAt(moment))
        .map(MembershipRecord::account)
        .toList();
  }

  void step() {
    List<String> applied = new ArrayList<>(life.model.named("APPLIED"));
    if (!applied.isEmpty() && life.oneIn(2)) {
      decide(Name.of(any(applied)));
    } else if (life.oneIn(life.model.active() > 11 ? 2 : 4)) {
      leave();
    } else if (life.oneIn(4)) {
      apply(Name.of(any(List.copyOf(people.keySet())).toString()));
    } else if (life.model.active() < 14) {
      apply(Fixtures.member(next++));
    }
  }

  private <T> T any(List<T> of) {
    return of.get(life.random.nextInt(of.size()));
  }

  private MembershipApplication application(Name account) {
    return new MembershipApplication(
        Fixtures.COOP,
        account,
        PersonKind.INDIVIDUAL,
        Fixtures.paper("person " + account),
        Name.EMPTY,
        Checksum256.ZERO,
        TimePointSec.of(life.now()));
  }

  private void apply(Name account) {
    Optional<Membership> existing = Optional.ofNullable(people.get(account));
    Optional<Reason> expected = life.model.apply(account.toString());
    Optional<Membership> applied = life.attempt("application of " + account, expected, () -> {
      Membership.requireMayApply(existing);
      return Membership.apply(
          life.charter,
          application(account),
          Fixtures.verified(account).requireVerified(account, life.now()),
          life.now());
    });
    applied.ifPresent(this::keep);
    if (applied.isEmpty()) {
      life.happened(LifeEvent.APPLIED_IN_VAIN);
    } else if (existing.isPresent()) {
      life.happened(LifeEvent.ASKED_AGAIN);
    }
  }

  private void decide(Name account) {
    Membership.Applied applied = Objects.requireNonNull(people.get(account)).requireApplied();
    List<AdmissionChecklist.Result> results = new ArrayList<>();
    for (AdmissionCriterion criterion : AdmissionCriterion.values()) {
      results.add(new AdmissionChecklist.Result(criterion, true, Fixtures.paper("evidence")));
    }
    AdmissionChecklist checklist =
        new AdmissionChecklist(Fixtures.COOP, applied.applicationHash(), results);
    CouncilDecision decision = council.decide(checklist.question(VotingForm.SESSION));
    boolean admission = decision instanceof DecisionInForce;
    if (admission) {
      keep(applied.admit(decision.requireInForce(), checklist, life.now()));
    } else if (decision.status() == DecisionStatus.DECLINED) {
      keep(applied.refuse(decision.requireDeclined(), life.now()));
    } else {
      keep(applied.refuse(decision.requireRejected(), life.now()));
    }
    life.model.decided(account.toString(), admission, life.seconds());
    life.happened(admission ? LifeEvent.JOINED : LifeEvent.NOT_ADMITTED);
  }

  private void leave() {
    List<String> active = new ArrayList<>(life.model.named("ACTIVE"));
    Fixtures.members(COUNCIL).forEach(seat -> active.remove(seat.toString()));
    if (active.isEmpty()) {
      return;
    }
    Name account = Name.of(any(active));
    ExitApplication application =
        new ExitApplication(Fixtures.COOP, account, TimePointSec.of(life.now()));
    PrivateKey key = Fixtures.key(account);
    keep(Objects.requireNonNull(people.get(account))
        .requireActive()
        .exit(
            application,
            DocumentSignature.sign(key, account, application.digest(), life.now()),
            (signer, used, at) -> signer.equals(account) && used.equals(key.publicKey()),
            life.now()));
    life.model.exited(account.toString(), life.seconds());
    life.happened(LifeEvent.LEFT);
  }

  private void keep(Membership membership) {
    Membership kept = membership;
    if (life.oneIn(3)) {
      kept = Membership.restore(membership.snapshot());
      LifeModel.same("restored membership", kept, membership);
      life.happened(LifeEvent.RESTORED);
    }
    people.put(kept.account(), kept);
    life.wrote(kept.snapshot());
  }

  /** Compares everybody with the model. */
  void requireLikeModel() {
    for (Membership each : people.values()) {
      MembershipRecord row = each.snapshot();
      LifeModel.same(
          "membership of " + row.account(),
          row.status().name(),
          life.model.status(row.account().toString()));
      boolean decided = !row.decidedAt().equals(TimePointSec.EPOCH);
      LifeModel.same(
          "order of times of " + row.account(),
          !decided || row.decidedAt().compareTo(row.appliedAt()) >= 0,
          true);
    }
    TimePointSec now = TimePointSec.of(life.now());
    long active = MembershipRecord.countAt(records(), List.of(), now);
    LifeModel.same("active members", active, (long) life.model.active());
    LifeModel.same(
        "members",
        membersAt(now).stream().map(Name::toString).toList(),
        List.copyOf(life.model.membersAt(life.seconds())));
  }
}
