package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.Chances;
import io.github.coopj.governance.secret.CommittingCeremony;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.ElectionKeys;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SecretElection;
import io.github.coopj.governance.secret.Trustee;
import io.github.coopj.governance.secret.TrusteePolynomial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members 1, 2 and 3 hold the key of a meeting; any two of them decrypt. */
final class Trustees {
  static final Council COUNCIL = Councils.of(3);

  final CeremonyPlan plan;
  final ScalarSource chance;
  private final List<TrusteePolynomial> polynomials = new ArrayList<>();
  private final List<Scalar> secrets = new ArrayList<>();

  Trustees(ConvenedMeeting meeting, long seed) {
    this(plan(meeting, 2, 1, 2, 3), seed);
  }

  private Trustees(CeremonyPlan plan, long seed) {
    this.plan = plan;
    this.chance = Chances.seeded(seed);
    for (int i = 0; i < plan.trustees().size(); i++) {
      polynomials.add(TrusteePolynomial.draw(plan.threshold(), chance));
    }
    for (int j = 1; j <= plan.trustees().size(); j++) {
      int to = j;
      secrets.add(ElectionKeys.secretOf(
          polynomials.stream().map(each -> each.shareFor(to)).toList()));
    }
  }

  static CeremonyPlan plan(ConvenedMeeting meeting, int threshold, int... members) {
    List<Trustee> trustees = new ArrayList<>();
    for (int member : members) {
      Name account = Fixtures.member(member);
      trustees.add(new Trustee(account, Fixtures.key(account).publicKey()));
    }
    GeneralMeetingRecord row = meeting.snapshot();
    return new CeremonyPlan(
        row.cooperative(), row.id(), 1, threshold, row.opensAt(), trustees, List.of());
  }

  static CommittingCeremony begin(
      ConvenedMeeting meeting,
      CeremonyPlan plan,
      Optional<KeyCeremony> previous,
      Charter charter,
      Instant now) {
    return meeting.beginCeremony(
        plan,
        previous,
        Fixtures.decision(QuestionType.OTHER, plan.digest(), Fixtures.NOW),
        account -> !account.equals(Name.of("stranger")),
        COUNCIL,
        charter,
        now);
  }

  ReadyCeremony ready(ConvenedMeeting meeting, Charter charter) {
    KeyCeremony ceremony = begin(meeting, plan, Optional.empty(), charter, Fixtures.NOW);
    for (int i = 1; i <= polynomials.size(); i++) {
      ceremony = ceremony
          .requireCommitting()
          .commit(
              plan.trustees().get(i - 1).account(),
              polynomials.get(i - 1).commitment(plan.digest(), i, chance),
              Fixtures.NOW);
    }
    for (int i = 1; i <= polynomials.size(); i++) {
      ceremony = ceremony
          .requireSharing()
          .confirm(
              plan.trustees().get(i - 1).account(),
              ElectionKeys.confirm(plan.digest(), i, secrets.get(i - 1), chance),
              Fixtures.NOW);
    }
    return ceremony.requireReady();
  }

  DecryptionShare share(int trustee, SecretElection election, CountingMeeting meeting) {
    return DecryptionShare.make(
        meeting.snapshot().secret().encrypted(election), trustee, secrets.get(trustee - 1), chance);
  }
}
