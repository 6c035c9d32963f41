package io.github.coopj.chain.msig;

import static io.github.coopj.chain.system.PlatformChain.ALICE;
import static io.github.coopj.chain.system.PlatformChain.BOB;
import static io.github.coopj.chain.system.PlatformChain.CAROL;
import static io.github.coopj.chain.system.PlatformChain.EOSIO;
import static io.github.coopj.chain.system.PlatformChain.act;
import static io.github.coopj.chain.system.PlatformChain.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.system.PlatformChain;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.chain.system.SystemInstaller;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.core.transaction.TransactionHeader;
import io.github.coopj.crypto.Checksum256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PERM-01")
class MsigContractTest {
  private static final Name MSIG = MsigContract.ACCOUNT;
  private static final Name TOKEN = TokenContract.ACCOUNT;
  private static final Name PAY = Name.of("pay");
  private static final Name SHARED = Name.of("shared");
  private static final Name STRANGER = Name.of("dora11");
  private static final Symbol RUB = Symbol.of(2, "RUB");

  private final PlatformChain chain = new PlatformChain(SystemInstaller.contracts());

  /** An account that two of three hold together has money, and each of the three is asked. */
  @BeforeEach
  void install() {
    for (List<Action> actions : SystemInstaller.transactions(key(EOSIO).publicKey())) {
      chain.pushSigned(List.of(key(EOSIO)), actions.toArray(Action[]::new));
    }
    chain.create(ALICE, BOB, CAROL, STRANGER);
    Authority shared = new Authority(
        2,
        List.of(),
        List.of(ALICE, BOB, CAROL).stream()
            .map(name -> new PermissionLevelWeight(PermissionLevel.active(name), 1))
            .toList(),
        List.of());
    chain.push(act(EOSIO, new SystemActions.NewAccount(EOSIO, SHARED, shared, shared), EOSIO));
    Asset all = Asset.parse("100.00 RUB");
    chain.pushSigned(List.of(key(EOSIO)), act(TOKEN, new TokenContract.Create(ALICE, all), TOKEN));
    chain.push(
        act(TOKEN, new TokenContract.Issue(ALICE, all, ""), ALICE),
        act(TOKEN, new TokenContract.Transfer(ALICE, SHARED, all, ""), ALICE));
    chain.produce();
  }

  private Transaction transaction(long lifetime, long delay, Action... actions) {
    return new Transaction(
        new TransactionHeader(
            TimePointSec.of(chain.now()).plusSeconds(lifetime), 0, 0, 0, 0, delay),
        List.of(),
        List.of(actions),
        List.of());
  }

  private static Action payment() {
    return act(
        TOKEN,
        new TokenContract.Transfer(SHARED, STRANGER, Asset.parse("40.00 RUB"), "rent"),
        SHARED);
  }

  private static PermissionLevel active(Name name) {
    return PermissionLevel.active(name);
  }

  private Transaction propose(long lifetime, long delay) {
    Transaction transaction = transaction(lifetime, delay, payment());
    chain.push(proposing(transaction, ALICE, BOB, CAROL));
    return transaction;
  }

  private static Action proposing(Transaction transaction, Name... asked) {
    List<PermissionLevel> levels =
        List.of(asked).stream().map(PermissionLevel::active).toList();
    return act(MSIG, new MsigContract.Propose(ALICE, PAY, levels, transaction), ALICE);
  }

  private static Action approve(Name name) {
    return act(MSIG, new MsigContract.Approve(ALICE, PAY, active(name), Optional.empty()), name);
  }

  private static Action approve(Name name, Checksum256 hash) {
    return act(MSIG, new MsigContract.Approve(ALICE, PAY, active(name), Optional.of(hash)), name);
  }

  private static Action unapprove(Name name) {
    return act(MSIG, new MsigContract.Unapprove(ALICE, PAY, active(name)), name);
  }

  private static Action execute(Name name) {
    return act(MSIG, new MsigContract.Execute(ALICE, PAY, name), name);
  }

  private static Action cancel(Name name) {
    return act(MSIG, new MsigContract.Cancel(ALICE, PAY, name), name);
  }

  private Optional<Proposal> proposal() {
    return chain.row(MSIG, ALICE, MsigContract.PROPOSALS, PAY.value(), Proposal.class);
  }

  private Optional<Approvals> approvals() {
    return chain.row(MSIG, ALICE, MsigContract.APPROVALS, PAY.value(), Approvals.class);
  }

  private String balance(Name name) {
    return chain.balance(name, RUB).map(Asset::toString).orElse("none");
  }

  @Test
  void exec_doesWhatTwoOfThreeApproved() {
    Transaction transaction = propose(600, 0);
    assertThat(proposal().orElseThrow().transaction()).isEqualTo(transaction);
    assertThat(proposal().orElseThrow().hash()).isEqualTo(transaction.id());
    chain.push(approve(BOB));
    chain.fails("the approvals do not authorise the transaction", execute(STRANGER));
    chain.push(approve(CAROL, transaction.id()));
    assertThat(balance(SHARED)).isEqualTo("100.00 RUB");

    chain.push(execute(STRANGER));

    assertThat(balance(SHARED)).isEqualTo("60.00 RUB");
    assertThat(balance(STRANGER)).isEqualTo("40.00 RUB");
    assertThat(proposal()).isEmpty();
    assertThat(approvals()).isEmpty();
    chain.fails("there is no such proposal", execute(BOB));
  }

  @Test
  @Tag("SC-05")
  void exec_isUndone_whenAnActionFails() {
    Transaction transaction = transaction(600, 0, payment(), payment(), payment());
    chain.push(proposing(transaction, ALICE, BOB));
    chain.push(approve(ALICE));
    chain.push(approve(BOB));
    chain.fails("the balance is too small", execute(ALICE));
    assertThat(proposal()).isPresent();
  }

  @Test
  void propose_isRefused_whenThoseAskedAreNotEnough() {
    chain.fails(
        "the permissions asked for cannot authorise the transaction",
        proposing(transaction(600, 0, payment()), ALICE));
    chain.fails(
        "the permissions asked for cannot authorise the transaction",
        proposing(transaction(600, 0, payment()), ALICE, STRANGER));
  }

  @Test
  void propose_isRefused_forOthersTwiceAndTooLate() {
    Transaction transaction = propose(600, 0);
    chain.fails(
        "the proposer has a proposal of this name already", proposing(transaction, ALICE, BOB));
    chain.refused(
        ChainError.MISSING_AUTH,
        act(MSIG, new MsigContract.Propose(ALICE, Name.of("other"), List.of(), transaction), BOB));
    Transaction late = transaction(0, 0, payment());
    chain.push(act(
        MSIG,
        new MsigContract.Propose(
            ALICE, Name.of("justintime"), List.of(active(ALICE), active(BOB)), late),
        ALICE));
    chain.produce(Duration.ofSeconds(1));
    chain.fails(
        "the proposed transaction is expired",
        act(
            MSIG,
            new MsigContract.Propose(
                ALICE, Name.of("toolate"), List.of(active(ALICE), active(BOB)), late),
            ALICE));
  }

  @Test
  void approve_isRefused_forOthersAndOtherTransactions() {
    propose(600, 0);
    chain.fails("this permission is not asked for an approval", approve(STRANGER));
    chain.fails("the hash is not that of the proposed transaction", approve(BOB, Checksum256.ZERO));
    chain.refused(
        ChainError.MISSING_AUTH,
        act(MSIG, new MsigContract.Approve(ALICE, PAY, active(BOB), Optional.empty()), CAROL));
    chain.push(approve(BOB));
    chain.fails("this permission is not asked for an approval", approve(BOB));
    chain.fails(
        "there is no such proposal",
        act(MSIG, new MsigContract.Approve(BOB, PAY, active(BOB), Optional.empty()), BOB));
  }

  @Test
  void unapprove_takesAnApprovalBack() {
    propose(600, 0);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    chain.push(unapprove(BOB));
    chain.fails("this permission has given no approval", unapprove(BOB));
    chain.fails("the approvals do not authorise the transaction", execute(ALICE));
    chain.push(approve(BOB));
    chain.push(execute(ALICE));
    assertThat(balance(STRANGER)).isEqualTo("40.00 RUB");
  }

  @Test
  void exec_waitsForTheDelay_fromTheApprovalThatIsEnough() {
    propose(600, 60);
    chain.push(approve(BOB));
    chain.produce(Duration.ofSeconds(100));
    assertThat(proposal().orElseThrow().earliest()).isEmpty();
    chain.push(approve(CAROL));
    TimePoint from = TimePoint.of(chain.now().plusSeconds(60));
    assertThat(proposal().orElseThrow().earliest()).contains(from);
    chain.produce(Duration.ofMillis(59_500));
    chain.fails("the transaction's delay has not passed", execute(ALICE));
    chain.produce();
    chain.push(execute(ALICE));
    assertThat(balance(STRANGER)).isEqualTo("40.00 RUB");
  }

  @Test
  void exec_waitsAnew_whenApprovalsWereTakenBackMeanwhile() {
    propose(600, 60);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    chain.produce(Duration.ofSeconds(60));
    chain.push(unapprove(CAROL));
    assertThat(proposal().orElseThrow().earliest()).isEmpty();
    chain.push(approve(ALICE));
    chain.fails("the transaction's delay has not passed", execute(ALICE));
    chain.produce(Duration.ofSeconds(60));
    chain.push(execute(ALICE));
    assertThat(balance(STRANGER)).isEqualTo("40.00 RUB");
  }

  @Test
  void exec_isRefused_afterTheExpiration() {
    propose(10, 0);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    chain.produce(Duration.ofSeconds(11));
    chain.fails("the proposed transaction is expired", execute(ALICE));
  }

  @Test
  void exec_works_atTheExpiration() {
    propose(10, 0);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    chain.produce(Duration.ofSeconds(10));
    chain.push(execute(ALICE));
    assertThat(balance(STRANGER)).isEqualTo("40.00 RUB");
  }

  @Test
  void cancel_isForTheProposer_andForOthersAfterTheExpiration() {
    propose(10, 0);
    chain.fails("others than the proposer cancel once the transaction is expired", cancel(BOB));
    chain.push(cancel(ALICE));
    assertThat(proposal()).isEmpty();
    assertThat(approvals()).isEmpty();
    chain.fails("there is no such proposal", cancel(ALICE));

    propose(10, 0);
    chain.produce(Duration.ofSeconds(10));
    chain.fails("others than the proposer cancel once the transaction is expired", cancel(BOB));
    chain.produce(Duration.ofSeconds(1));
    chain.push(cancel(BOB));
    assertThat(proposal()).isEmpty();
  }

  @Test
  void invalidate_takesBackWhatWasApprovedUntilThen_inAllProposals() {
    propose(600, 0);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    chain.refused(ChainError.MISSING_AUTH, act(MSIG, new MsigContract.Invalidate(BOB), ALICE));
    chain.push(act(MSIG, new MsigContract.Invalidate(BOB), BOB));
    chain.fails("the approvals do not authorise the transaction", execute(ALICE));
    chain.produce();
    chain.push(unapprove(BOB));
    chain.push(approve(BOB));
    chain.push(execute(ALICE));
    assertThat(balance(STRANGER)).isEqualTo("40.00 RUB");
  }

  @Test
  void exec_looksAtTheAuthorityOfNow() {
    propose(600, 0);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    Authority onlyAlice = new Authority(
        1, List.of(), List.of(new PermissionLevelWeight(active(ALICE), 1)), List.of());
    chain.pushSigned(
        List.of(key(ALICE), key(BOB)),
        io.github.coopj.chain.contract.JavaContract.action(
            EOSIO,
            new SystemActions.UpdateAuth(
                SHARED, PermissionNames.ACTIVE, PermissionNames.OWNER, onlyAlice),
            new PermissionLevel(SHARED, PermissionNames.OWNER)));
    chain.fails("the approvals do not authorise the transaction", execute(BOB));
    chain.push(approve(ALICE));
    chain.push(execute(BOB));
  }

  @Test
  void exec_isRefused_withContextFreeActions() {
    Action free = new Action(TOKEN, PAY, List.of(), io.github.coopj.Bytes.EMPTY);
    Transaction transaction = new Transaction(
        new TransactionHeader(TimePointSec.of(chain.now()).plusSeconds(600), 0, 0, 0, 0, 0),
        List.of(free),
        List.of(payment()),
        List.of());
    chain.push(proposing(transaction, ALICE, BOB));
    chain.push(approve(ALICE));
    chain.push(approve(BOB));
    chain.fails("a proposed transaction has no context-free actions", execute(ALICE));
  }

  @Test
  void exec_isRefused_withoutPrivilege() {
    propose(600, 0);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    chain.push(act(EOSIO, new SystemContract.SetPrivileged(MSIG, false), EOSIO));
    chain.refused(ChainError.UNSATISFIED_AUTHORIZATION, execute(ALICE));
  }

  @Test
  void rows_arePaid_byTheProposer() {
    propose(600, 60);
    chain.push(approve(BOB));
    chain.push(approve(CAROL));
    assertThat(chain.payer(MSIG, ALICE, MsigContract.PROPOSALS, PAY.value())).isEqualTo(ALICE);
    assertThat(chain.payer(MSIG, ALICE, MsigContract.APPROVALS, PAY.value())).isEqualTo(ALICE);
  }

  @Test
  void abi_isTheOneWalletsKnow() {
    MsigContract contract = new MsigContract();
    assertThat(contract.abi().actions())
        .extracting(a -> a.name().toString())
        .containsExactly("approve", "cancel", "exec", "invalidate", "propose", "unapprove");
    assertThat(contract.abi().tables())
        .extracting(t -> t.name() + " " + t.type())
        .containsExactlyInAnyOrder(
            "proposal proposal", "approvals2 approvals_info", "invals invalidation");
    assertThat(contract.abi().structs()).anySatisfy(struct -> {
      assertThat(struct.name()).isEqualTo("approve");
      assertThat(struct.fields())
          .extracting(f -> f.name() + " " + f.type())
          .containsExactly(
              "proposer name",
              "proposal_name name",
              "level permission_level",
              "proposal_hash checksum256$");
    });
  }
}
