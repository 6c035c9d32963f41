package io.github.coopj.governance.secret;

import static io.github.coopj.governance.secret.SecretVote.ANYBODY;
import static io.github.coopj.governance.secret.SecretVote.NOW;
import static io.github.coopj.governance.secret.SecretVote.trustee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Group;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.seal.SealException;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-13")
class KeyCeremonyTest {
  private static final Instant LATE = SecretVote.END.toInstant().plusSeconds(1);

  private final SecretVote vote = new SecretVote(3, 2, 5);

  private static void refused(Reason reason, String message, ThrowingCallable move) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(move)
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  private static <T extends KeyCeremony> T stored(T ceremony) {
    KeyCeremony restored = KeyCeremony.restore(ceremony.snapshot());
    assertThat(restored).hasSameClassAs(ceremony);
    assertThat(restored.snapshot()).isEqualTo(ceremony.snapshot());
    return ceremony;
  }

  private record People(long members, Set<String> roll, Set<String> candidates, Set<String> council)
      implements TrusteeEligibility {
    @Override
    public boolean isOnRoll(Name account) {
      return roll.contains(account.toString());
    }

    @Override
    public boolean isCandidate(Name account) {
      return candidates.contains(account.toString());
    }

    @Override
    public boolean isInCouncil(Name account) {
      return council.contains(account.toString());
    }
  }

  @Test
  void begin_asks_whoTheTrusteesAre() {
    Set<String> all = Set.of("trustee1", "trustee2", "trustee3", "reserve");
    CeremonyPlan plan = vote.plan;
    assertThat(KeyCeremony.begin(plan, new People(3, all, Set.of(), Set.of("trustee1", "trustee2")))
            .snapshot()
            .status())
        .isEqualTo(CeremonyStatus.COMMITTING);
    refused(
        Reason.SECRET_NEEDS_MEMBERS,
        "SECRET_NEEDS_MEMBERS members=2 needed=3",
        () -> KeyCeremony.begin(plan, new People(2, all, Set.of(), Set.of())));
    refused(
        Reason.NOT_ON_ROLL,
        "NOT_ON_ROLL account=reserve meeting=7",
        () -> KeyCeremony.begin(
            plan, new People(3, Set.of("trustee1", "trustee2", "trustee3"), Set.of(), Set.of())));
    refused(
        Reason.TRUSTEE_IS_CANDIDATE,
        "TRUSTEE_IS_CANDIDATE account=trustee2",
        () -> KeyCeremony.begin(plan, new People(3, all, Set.of("trustee2"), Set.of())));
    refused(
        Reason.TRUSTEES_ALL_IN_COUNCIL,
        "TRUSTEES_ALL_IN_COUNCIL trustees=3",
        () -> KeyCeremony.begin(plan, new People(3, all, Set.of(), all)));
  }

  @Test
  void plan_refuses_whatNoCeremonyCanHave() {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> SecretVote.plan(3, 0));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> SecretVote.plan(3, 4));
    Trustee one = vote.plan.trustees().get(0);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            new CeremonyPlan(SecretVote.COOP, 7, 1, 1, SecretVote.END, List.of(one), List.of(one)))
        .withMessage("a ceremony names each trustee once, got twice trustee1");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            new CeremonyPlan(SecretVote.COOP, 7, 0, 1, SecretVote.END, List.of(one), List.of()));
  }

  @Test
  void ceremony_becomesReady_whenAllHaveSharedAndConfirmed() {
    SharingCeremony ceremony = stored(vote.sharing());
    for (int from = 1; from <= 3; from++) {
      for (int to = 1; to <= 3; to++) {
        if (from != to) {
          ceremony = stored(ceremony.share(trustee(from), vote.sealed(from, to), NOW));
        }
      }
    }
    for (SealedShare share : ceremony.snapshot().shares()) {
      Scalar opened = share.open(SecretVote.key("trustee" + share.to()), vote.plan.digest());
      assertThat(vote.commitments.get(share.from() - 1).matches(share.to(), opened))
          .isTrue();
      assertThat(vote.commitments.get(share.from() - 1).matches(share.from(), opened))
          .isFalse();
      assertThatExceptionOfType(SealException.class)
          .isThrownBy(
              () -> share.open(SecretVote.key("trustee" + share.from()), vote.plan.digest()));
    }
    ceremony = stored(ceremony.confirm(trustee(3), vote.confirmation(3), NOW).requireSharing());
    ceremony = stored(ceremony.confirm(trustee(1), vote.confirmation(1), NOW).requireSharing());
    ReadyCeremony ready =
        stored(ceremony.confirm(trustee(2), vote.confirmation(2), NOW).requireReady());
    assertThat(ready.keys()).isEqualTo(ElectionKeys.of(vote.plan, vote.commitments));
    assertThat(ready.keys().trustees()).isEqualTo(3);
    refused(
        Reason.WRONG_STATE,
        "WRONG_STATE what=\"key ceremony of meeting 7\" state=READY needed=SHARING",
        ready::requireSharing);
  }

  @Test
  void commit_refuses_strangersRepetitionsAndWrongProofs() {
    CommittingCeremony ceremony = stored(KeyCeremony.begin(vote.plan, ANYBODY));
    TrusteeCommitment first = vote.commitments.get(0);
    refused(
        Reason.NOT_A_TRUSTEE,
        "NOT_A_TRUSTEE account=reserve",
        () -> ceremony.commit(Name.of("reserve"), first, NOW));
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=2 part=commitment",
        () -> ceremony.commit(trustee(2), first, NOW));
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=1 part=commitment",
        () -> ceremony.commit(
            trustee(1),
            new TrusteeCommitment(first.points().subList(0, 1), first.proofs().subList(0, 1)),
            NOW));
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=1 part=commitment",
        () -> ceremony.commit(
            trustee(1),
            new TrusteeCommitment(List.of(first.points().get(0), Chances.point(9)), first.proofs()),
            NOW));
    refused(
        Reason.SECRET_CEREMONY_OVER,
        "SECRET_CEREMONY_OVER at=2026-05-01T13:00:01 until=2026-05-01T13:00:00",
        () -> ceremony.commit(trustee(1), first, LATE));
    CommittingCeremony one =
        stored(ceremony.commit(trustee(1), first, SecretVote.END.toInstant()).requireCommitting());
    refused(
        Reason.SECRET_PART_TWICE,
        "SECRET_PART_TWICE trustee=1 part=commitment",
        () -> one.commit(trustee(1), first, NOW));
    assertThat(ceremony.snapshot().commitments()).isEmpty();
  }

  /** The last to commit cannot make the sum a key of his own: he would not know the factor of his point. */
  @Test
  void commit_refuses_aPointChosenAfterTheOthers() {
    KeyCeremony ceremony = KeyCeremony.begin(vote.plan, ANYBODY);
    ceremony = ceremony.requireCommitting().commit(trustee(1), vote.commitments.get(0), NOW);
    ceremony = ceremony.requireCommitting().commit(trustee(2), vote.commitments.get(1), NOW);
    CommittingCeremony last = ceremony.requireCommitting();
    Scalar wished = vote.chance.next();
    Group group = Group.P256;
    Element rogue = group.generator().times(wished);
    for (int i = 0; i < 2; i++) {
      rogue = rogue.minus(group.decode(vote.commitments.get(i).points().get(0)));
    }
    TrusteeCommitment honest = vote.commitments.get(2);
    List<SchnorrProof> proofs = new ArrayList<>(honest.proofs());
    proofs.set(
        0,
        SchnorrProof.prove(
            "key", TrusteeCommitment.context(vote.plan.digest(), 3, 0), wished, vote.chance));
    TrusteeCommitment attack =
        new TrusteeCommitment(List.of(rogue.encode(), honest.points().get(1)), proofs);
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=3 part=commitment",
        () -> last.commit(trustee(3), attack, NOW));
  }

  @Test
  void answer_closesAComplaint_whenTheOpenedShareIsRight() {
    SharingCeremony ceremony = stored(vote.sharing().complain(trustee(2), 1, NOW));
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=2 part=\"confirmation while a complaint is open\"",
        () -> ceremony.confirm(trustee(2), vote.confirmation(2), NOW));
    refused(
        Reason.SECRET_PART_TWICE,
        "SECRET_PART_TWICE trustee=2 part=\"complaint against 1\"",
        () -> ceremony.complain(trustee(2), 1, NOW));
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=3 part=\"answer to 2\"",
        () -> ceremony.answer(trustee(3), 2, vote.polynomials.get(2).shareFor(2), NOW));
    SharingCeremony answered = stored(
        ceremony.answer(trustee(1), 2, vote.polynomials.get(0).shareFor(2), NOW).requireSharing());
    SharingCeremony confirmed =
        stored(answered.confirm(trustee(2), vote.confirmation(2), NOW).requireSharing());
    refused(
        Reason.SECRET_PART_TWICE,
        "SECRET_PART_TWICE trustee=2 part=confirmation",
        () -> confirmed.complain(trustee(2), 3, NOW));
    assertThat(vote.sharing().snapshot().complaints()).isEmpty();
  }

  @Test
  void answer_voidsTheCeremony_whenTheOpenedShareIsWrong() {
    Scalar wrong = vote.polynomials.get(0).shareFor(2).plus(Scalar.ONE);
    SealedShare sealed = vote.sealed(1, 2, wrong);
    assertThat(vote.commitments
            .get(0)
            .matches(2, sealed.open(SecretVote.key("trustee2"), vote.plan.digest())))
        .isFalse();
    KeyCeremony next = vote.sharing()
        .share(trustee(1), sealed, NOW)
        .confirm(trustee(3), vote.confirmation(3), NOW)
        .requireSharing()
        .complain(trustee(2), 1, NOW)
        .answer(trustee(1), 2, wrong, NOW);
    assertThat(next).isInstanceOf(VoidCeremony.class);
    VoidCeremony voided = stored((VoidCeremony) next);
    assertThat(voided.failed()).isEqualTo(1);
    TimePointSec end = SecretVote.END.plusSeconds(60);
    CeremonyPlan again = voided.nextPlan(end).orElseThrow();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.trustees().stream().map(each -> each.account().toString()))
        .containsExactly("reserve", "trustee2", "trustee3");
    assertThat(again.alternates()).isEmpty();
    assertThat(again.without(1, end)).isEmpty();
    assertThat(again.digest()).isNotEqualTo(vote.plan.digest());
  }

  @Test
  void giveUp_names_whoFailed() {
    CommittingCeremony committing = KeyCeremony.begin(vote.plan, ANYBODY);
    refused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T13:00:00 notBefore=2026-05-01T13:00:00",
        () -> committing.giveUp(SecretVote.END.toInstant()));
    assertThat(stored(committing.giveUp(LATE)).failed()).isEqualTo(1);
    KeyCeremony two = committing
        .commit(trustee(1), vote.commitments.get(0), NOW)
        .requireCommitting()
        .commit(trustee(3), vote.commitments.get(2), NOW);
    assertThat(stored(two.requireCommitting().giveUp(LATE)).failed()).isEqualTo(2);

    SharingCeremony sharing = vote.sharing();
    assertThat(stored(sharing.complain(trustee(3), 2, NOW).giveUp(LATE)).failed())
        .isEqualTo(2);
    for (int to = 1; to <= 2; to++) {
      sharing = sharing.share(trustee(3), vote.sealed(3, to), NOW);
    }
    SharingCeremony onlyOneIsMissing = sharing
        .share(trustee(1), vote.sealed(1, 2), NOW)
        .share(trustee(1), vote.sealed(1, 3), NOW)
        .share(trustee(2), vote.sealed(2, 3), NOW);
    assertThat(stored(onlyOneIsMissing.giveUp(LATE)).failed()).isEqualTo(2);
    SharingCeremony complete = onlyOneIsMissing.share(trustee(2), vote.sealed(2, 1), NOW);
    assertThat(stored(complete.giveUp(LATE)).failed()).isEqualTo(1);
    assertThat(stored(complete
                .confirm(trustee(1), vote.confirmation(1), NOW)
                .requireSharing()
                .giveUp(LATE))
            .failed())
        .isEqualTo(2);
    refused(
        Reason.OUT_OF_ORDER,
        "OUT_OF_ORDER at=2026-05-01T12:00:00 notBefore=2026-05-01T13:00:00",
        () -> complete.giveUp(NOW));
  }

  @Test
  void moves_ofSharing_refuseOthersPartsAndLateOnes() {
    SharingCeremony ceremony = vote.sharing();
    refused(
        Reason.NOT_A_TRUSTEE,
        "NOT_A_TRUSTEE account=trustee2",
        () -> ceremony.share(trustee(2), vote.sealed(1, 2), NOW));
    refused(
        Reason.SECRET_PART_TWICE,
        "SECRET_PART_TWICE trustee=1 part=\"share for 2\"",
        () -> ceremony
            .share(trustee(1), vote.sealed(1, 2), NOW)
            .share(trustee(1), vote.sealed(1, 2), NOW));
    refused(
        Reason.NOT_A_TRUSTEE,
        "NOT_A_TRUSTEE account=4",
        () -> ceremony.complain(trustee(1), 4, NOW));
    refused(
        Reason.NOT_A_TRUSTEE,
        "NOT_A_TRUSTEE account=trustee1",
        () -> ceremony.confirm(trustee(1), vote.confirmation(2), NOW));
    refused(
        Reason.SECRET_SHARE_INVALID,
        "SECRET_SHARE_INVALID trustee=1 part=confirmation",
        () -> ceremony.confirm(
            trustee(1), new Confirmation(1, vote.confirmation(2).proof()), NOW));
    for (ThrowingCallable late : List.<ThrowingCallable>of(
        () -> ceremony.share(trustee(1), vote.sealed(1, 2), LATE),
        () -> ceremony.complain(trustee(1), 2, LATE),
        () -> ceremony.answer(trustee(1), 2, Scalar.ONE, LATE),
        () -> ceremony.confirm(trustee(1), vote.confirmation(1), LATE))) {
      refused(
          Reason.SECRET_CEREMONY_OVER,
          "SECRET_CEREMONY_OVER at=2026-05-01T13:00:01 until=2026-05-01T13:00:00",
          late);
    }
  }

  @Test
  void restore_refuses_rowsNobodyCouldHaveReached() {
    CeremonyRecord row = vote.ready().snapshot();
    for (CeremonyRecord wrong : List.of(
        with(row, CeremonyStatus.SHARING, row.commitments(), row.complaints(), 0),
        with(row, CeremonyStatus.VOID, row.commitments(), row.complaints(), 1),
        with(row, CeremonyStatus.READY, row.commitments(), row.complaints(), 1),
        with(row, CeremonyStatus.READY, row.commitments().subList(0, 2), List.of(), 0),
        with(
            row,
            CeremonyStatus.READY,
            row.commitments(),
            List.of(new ShareComplaint(1, 2, Optional.empty())),
            0),
        with(
            row,
            CeremonyStatus.READY,
            List.of(
                row.commitments().get(0),
                row.commitments().get(1),
                new CommitmentEntry(3, vote.commitments.get(0))),
            List.of(),
            0))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> KeyCeremony.restore(wrong))
          .withMessageStartingWith("row of a ceremony ");
    }
  }

  private static CeremonyRecord with(
      CeremonyRecord row,
      CeremonyStatus status,
      List<CommitmentEntry> commitments,
      List<ShareComplaint> complaints,
      int failed) {
    return new CeremonyRecord(
        row.plan(), status, commitments, row.shares(), complaints, row.confirmations(), failed);
  }

  @Test
  void texts_showNoSecret() {
    assertThat(vote.polynomials.get(0)).hasToString("TrusteePolynomial");
    assertThat(vote.secrets.get(0)).hasToString("Scalar");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> vote.polynomials.get(0).shareFor(0));
  }
}
