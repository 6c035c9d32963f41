package io.github.coopj.testkit;

import io.github.coopj.chain.cooperative.BallotActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.ProxyContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.proxy.ProxyPaper;
import java.time.Duration;
import java.util.Optional;

/** Ballots of a {@link Cooperative} that members do not hand in themselves, and those that are refused. */
public final class Ballots {
  private final Cooperative cooperative;

  /**
   * Ballots of a cooperative.
   *
   * @param cooperative the cooperative
   */
  public Ballots(Cooperative cooperative) {
    this.cooperative = cooperative;
  }

  /**
   * A power of attorney that may be used from now on.
   *
   * @param principal whose vote it is
   * @param proxy who casts it
   * @param meeting number of the meeting, 0 for all
   * @param lasts time from now to its end
   * @return the document for the principal to sign
   */
  public ProxyPaper paper(Name principal, Name proxy, long meeting, Duration lasts) {
    return new ProxyPaper(
        Cooperative.ACCOUNT,
        principal,
        proxy,
        meeting,
        TimePointSec.of(cooperative.now()),
        TimePointSec.of(cooperative.now().plus(lasts)));
  }

  /**
   * Registers a power of attorney signed by its principal.
   *
   * @param paper the document
   * @return the action, authorised by the principal
   */
  public Action register(ProxyPaper paper) {
    return register(paper, cooperative.actions().signature(paper.principal(), paper.digest()));
  }

  /**
   * Registers a power of attorney.
   *
   * @param paper the document
   * @param signature a signature
   * @return the action, authorised by the principal
   */
  public Action register(ProxyPaper paper, DocumentSignature signature) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.PROXY,
            new ProxyContract.Register(paper, signature),
            paper.principal());
  }

  /**
   * Revokes a power of attorney.
   *
   * @param principal who revokes it
   * @param power number of the power
   * @return the action, authorised by that account
   */
  public Action revoke(Name principal, long power) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.PROXY,
            new ProxyContract.Revoke(Cooperative.ACCOUNT, principal, power),
            principal);
  }

  /**
   * Enters a paper ballot.
   *
   * @param ballot the ballot, see {@link Ballot#entered}
   * @return the action, signed and authorised by who enters it
   */
  public Action enter(Ballot ballot) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new BallotActions.Enter(
                ballot, cooperative.actions().signature(ballot.castBy(), ballot.digest())),
            ballot.castBy());
  }

  /**
   * Lists a ballot that is refused.
   *
   * @param ballot the ballot
   * @param signature the signature it came with
   * @param secretary who lists it
   * @return the action, authorised by that account
   */
  public Action refuse(Ballot ballot, DocumentSignature signature, Name secretary) {
    return cooperative
        .actions()
        .act(
            CooperativeAccounts.MEETING,
            new BallotActions.Refuse(ballot, signature, false, Optional.empty()),
            secretary);
  }
}
