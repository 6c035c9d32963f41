package io.github.coopj.testkit;

import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.cooperative.SecretContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.SecureScalars;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.GeneralMeetingRecord;
import io.github.coopj.governance.secret.BallotSealer;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.Confirmation;
import io.github.coopj.governance.secret.DecryptionShare;
import io.github.coopj.governance.secret.ElectionKeys;
import io.github.coopj.governance.secret.EncryptedSums;
import io.github.coopj.governance.secret.SealedShare;
import io.github.coopj.governance.secret.SecretBallot;
import io.github.coopj.governance.secret.SecretElection;
import io.github.coopj.governance.secret.Trustee;
import io.github.coopj.governance.secret.TrusteeCommitment;
import io.github.coopj.governance.secret.TrusteePolynomial;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secret items of a meeting of a {@link Cooperative}: what its trustees and voters do on their own devices, all in one place
 * as only a test may have it.
 */
public final class SecretVotes {
  private final Cooperative cooperative;
  private final long meeting;
  private final CeremonyPlan plan;
  private final SecureScalars chance = new SecureScalars(new SecureRandom());
  private final List<TrusteePolynomial> polynomials = new ArrayList<>();

  /**
   * Trustees of a convened meeting, who make its key until it opens.
   *
   * @param cooperative the cooperative
   * @param meeting number of the meeting
   * @param threshold how many decrypt together
   * @param trustees their accounts
   */
  public SecretVotes(Cooperative cooperative, long meeting, int threshold, List<Name> trustees) {
    this.cooperative = cooperative;
    this.meeting = meeting;
    List<Trustee> all = new ArrayList<>();
    for (Name account : trustees) {
      all.add(new Trustee(account, TestKeys.of(account).publicKey()));
      polynomials.add(TrusteePolynomial.draw(threshold, chance));
    }
    this.plan = new CeremonyPlan(
        Cooperative.ACCOUNT, meeting, 1, threshold, row().opensAt(), all, List.of());
  }

  private GeneralMeetingRecord row() {
    return cooperative.view().meeting(meeting).orElseThrow().snapshot();
  }

  /**
   * The plan of the ceremony.
   *
   * @return what the Council decides on
   */
  public CeremonyPlan plan() {
    return plan;
  }

  /** Has the Council name the trustees, and the trustees make the key. */
  public void makeKey() {
    cooperative.chain().push(setUp(cooperative.decide(QuestionType.OTHER, plan.digest())));
    int trustees = plan.trustees().size();
    for (int trustee = 1; trustee <= trustees; trustee++) {
      cooperative.chain().push(commit(trustee));
    }
    for (int from = 1; from <= trustees; from++) {
      for (int to = 1; to <= trustees; to++) {
        if (from != to) {
          cooperative.chain().push(share(from, to));
        }
      }
    }
    for (int trustee = 1; trustee <= trustees; trustee++) {
      cooperative.chain().push(confirm(trustee));
    }
  }

  /**
   * Begins the ceremony.
   *
   * @param decision number of the Council's decision
   * @return the action, authorised by the cooperative
   */
  public Action setUp(long decision) {
    return act(new SecretContract.SetUp(plan, decision), Cooperative.ACCOUNT);
  }

  /**
   * Publishes a commitment.
   *
   * @param trustee number of the trustee, from 1
   * @return the action
   */
  public Action commit(int trustee) {
    TrusteeCommitment commitment =
        polynomials.get(trustee - 1).commitment(plan.digest(), trustee, chance);
    return act(
        new SecretContract.Commit(Cooperative.ACCOUNT, meeting, account(trustee), commitment),
        account(trustee));
  }

  /**
   * Sends a share.
   *
   * @param from number of the trustee who sends it
   * @param to number of the trustee who gets it
   * @return the action
   */
  public Action share(int from, int to) {
    SealedShare share = new SealedShare(
        from,
        to,
        chance.seal(
            polynomials.get(from - 1).shareFor(to),
            plan.trustees().get(to - 1).key(),
            SealedShare.context(plan.digest(), from, to)));
    return act(
        new SecretContract.Share(Cooperative.ACCOUNT, meeting, account(from), share),
        account(from));
  }

  /**
   * Complains about a share.
   *
   * @param trustee number of the trustee who complains
   * @param against number of the trustee who sent it
   * @return the action
   */
  public Action complain(int trustee, int against) {
    return act(
        new SecretContract.Complain(Cooperative.ACCOUNT, meeting, account(trustee), against),
        account(trustee));
  }

  /**
   * Answers a complaint with the share that was committed to.
   *
   * @param trustee number of the trustee who sent it
   * @param complainant number of the trustee who complained
   * @return the action
   */
  public Action answer(int trustee, int complainant) {
    return act(
        new SecretContract.Open(
            Cooperative.ACCOUNT,
            meeting,
            account(trustee),
            complainant,
            polynomials.get(trustee - 1).shareFor(complainant).encode()),
        account(trustee));
  }

  /**
   * Confirms a share of the key, which the trustee adds up from what was sealed to him on the chain.
   *
   * @param trustee number of the trustee, from 1
   * @return the action
   */
  public Action confirm(int trustee) {
    Confirmation confirmation =
        ElectionKeys.confirm(plan.digest(), trustee, secret(trustee), chance);
    return act(
        new SecretContract.Confirm(Cooperative.ACCOUNT, meeting, account(trustee), confirmation),
        account(trustee));
  }

  /**
   * Gives up the ceremony.
   *
   * @return the action, authorised by the cooperative
   */
  public Action giveUp() {
    return act(new SecretContract.GiveUp(Cooperative.ACCOUNT, meeting), Cooperative.ACCOUNT);
  }

  /** His own share and those that the others sealed to him. */
  private Scalar secret(int trustee) {
    List<Scalar> shares = new ArrayList<>();
    shares.add(polynomials.get(trustee - 1).shareFor(trustee));
    for (SealedShare share :
        cooperative.view().ceremony(meeting).orElseThrow().snapshot().shares()) {
      if (share.to() == trustee) {
        shares.add(share.open(TestKeys.of(account(trustee)), plan.digest()));
      }
    }
    return ElectionKeys.secretOf(shares);
  }

  /**
   * What the secret ballots of the present cycle are about.
   *
   * @return the election, as the chain has it
   */
  public SecretElection election() {
    return cooperative.view().election(meeting, row().cycle()).orElseThrow();
  }

  /**
   * Seals answers to secret items.
   *
   * @param voter account of the voter
   * @param answers answers by number of the item; items left out are blank
   * @return the secret part of a ballot
   */
  public SecretBallot seal(Name voter, Map<Integer, AnswerOption> answers) {
    return BallotSealer.seal(election(), voter, answers, chance);
  }

  /**
   * Hands in a ballot with a secret part, signed by its member.
   *
   * @param open the answers to open items
   * @param part the answers to secret items
   * @return the action
   */
  public Action handIn(Ballot open, SecretBallot part) {
    Ballot ballot = open.with(part);
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.HandIn(
                ballot,
                cooperative.actions().signature(ballot.member(), ballot.digest()),
                Optional.of(part)),
            ballot.member());
  }

  /**
   * A trustee's share of the sums on the chain.
   *
   * @param trustee number of the trustee, from 1
   * @return the action that hands it in
   */
  public Action decrypt(int trustee) {
    EncryptedSums sums = EncryptedSums.restore(election(), row().secret().sums());
    DecryptionShare share = DecryptionShare.make(sums, trustee, secret(trustee), chance);
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new MeetingActions.Decrypt(meeting, share),
            account(trustee));
  }

  private Name account(int trustee) {
    return plan.trustees().get(trustee - 1).account();
  }

  private Action act(Record data, Name actor) {
    return cooperative.actions().act(CooperativeAccounts.SECRET, data, actor);
  }
}
