package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ActionReceipt;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What contracts may do, and that a transaction takes effect whole or not at all. */
class ContractRulesTest {
  private static final Name ALICE = TestChain.ALICE;
  private static final Name BOB = TestChain.BOB;
  private static final Name LEDGER = TestChain.LEDGER;
  private static final Name OTHER = TestChain.OTHER;
  private static final Action PUT = ledger(new Ledger.Put(ALICE, 1, "row"));

  private final TestChain chain = new TestChain();

  @Test
  @Tag("SC-05")
  @Tag("SC-08")
  @Tag("PLAT-03")
  void transaction_leavesNothing_whenALaterActionFails() {
    ChainException refusal =
        chain.refused(ChainError.ASSERT_MESSAGE, PUT, ledger(new Ledger.Fail("not today")));

    assertThat(refusal)
        .hasMessage("3050003 eosio_assert_message_exception: "
            + "assertion failure with message: not today");
    assertThat(chain.items(LEDGER)).isEmpty();
    chain.push(PUT);
    assertThat(chain.items(LEDGER)).hasSize(1);
  }

  @Test
  @Tag("SC-05")
  @Tag("SC-08")
  void transaction_leavesNothing_whenAnInlineActionFails() {
    letCodeAct(LEDGER);
    chain.refused(
        ChainError.ASSERT_MESSAGE,
        PUT,
        ledger(send(ledger(new Ledger.Fail("inline"), PermissionLevel.active(LEDGER)))));
    assertThat(chain.items(LEDGER)).isEmpty();
  }

  @Test
  @Tag("SC-05")
  @Tag("SC-08")
  void transaction_leavesNothing_whenANotifiedContractFails() {
    chain.refused(
        ChainError.ASSERT_MESSAGE, PUT, ledger(new Ledger.Tell(List.of(OTHER), Ledger.POISON)));
    assertThat(chain.items(LEDGER)).isEmpty();
    assertThat(chain.items(OTHER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"state,ABORT_CALLED", "value,ASSERT_MESSAGE", "arithmetic,ABORT_CALLED"})
  @Tag("SC-05")
  void transaction_leavesNothing_whenAContractBreaksDown(String how, ChainError error) {
    chain.refused(error, PUT, ledger(new Ledger.Crash(how)));
  }

  @Test
  @Tag("SC-05")
  void transaction_leavesNothing_whenTheMachineBreaksDown() {
    TestChain untouched = new TestChain();
    Checksum256 before = chain.kernel().present().digest();

    assertThatThrownBy(() -> chain.push(PUT, ledger(new Ledger.Crash("error"))))
        .isInstanceOf(AssertionError.class)
        .hasMessage("not a refusal");
    assertThat(chain.kernel().present().digest()).isEqualTo(before);
    assertThat(chain.produce()).isEqualTo(untouched.produce());
  }

  @Test
  @Tag("SC-07")
  @Tag("PLAT-03")
  void sameTransactions_giveTheSameBlocksAndStates() {
    TestChain twin = new TestChain();
    for (TestChain each : List.of(chain, twin)) {
      each.push(PUT, ledger(new Ledger.Tell(List.of(OTHER, BOB), "hello")));
      each.push(ledger(new Ledger.Put(BOB, 7, "b"), PermissionLevel.active(BOB)));
      each.produce();
    }

    assertThat(chain.blocks()).isEqualTo(twin.blocks());
    assertThat(chain.kernel().present().digest())
        .isEqualTo(twin.kernel().present().digest());
  }

  @Test
  void inlineAction_needsTheCodePermission_inTheAuthorityItUses() {
    Action inline = ledger(send(PUT));
    ChainException refusal = chain.refused(ChainError.UNSATISFIED_AUTHORIZATION, inline);
    assertThat(refusal).hasMessageContaining("alice1@active");

    letCodeAct(ALICE);
    chain.push(inline);
    assertThat(chain.items(LEDGER)).hasSize(1);
    // that of one contract is not that of another
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION,
        JavaContract.action(
            OTHER, send(ledger(new Ledger.Answer(1))), PermissionLevel.active(ALICE)));
    // a contract has no authority over itself unless it is granted
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION,
        ledger(send(ledger(new Ledger.Answer(1), PermissionLevel.active(LEDGER)))));
  }

  @Test
  void inlineAction_isRefused_toWhatDoesNotExistOrIsTooBig() {
    Name nobody = Name.of("nobody");
    letCodeAct(ALICE);
    chain.refused(
        ChainError.ACTION_VALIDATE,
        ledger(new Ledger.Send(nobody, Name.of("x"), List.of(), Bytes.EMPTY)));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        ledger(send(ledger(new Ledger.Answer(1), PermissionLevel.active(nobody)))));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        ledger(send(ledger(new Ledger.Answer(1), new PermissionLevel(ALICE, nobody)))));
    Name bob = BOB;
    // account, name, an empty authorisation and the length of the data take 19 bytes
    chain.push(ledger(new Ledger.Send(bob, Name.of("x"), List.of(), Bytes.of(new byte[4076]))));
    chain.refused(
        ChainError.INLINE_ACTION_TOO_BIG,
        ledger(new Ledger.Send(bob, Name.of("x"), List.of(), Bytes.of(new byte[4077]))));
  }

  @Test
  void inlineActions_areNested4Deep() {
    letCodeAct(LEDGER);
    assertThat(chain.push(ledger(new Ledger.Nest(4))).actions()).hasSize(5);
    chain.refused(ChainError.TRANSACTION, ledger(new Ledger.Nest(5)));
  }

  @Test
  void recipients_areNotifiedOnceEach_inTheirOrder() {
    TransactionTrace trace = chain.push(
        ledger(new Ledger.Tell(List.of(OTHER, BOB, OTHER, LEDGER, ALICE, BOB), "hello")));

    assertThat(trace.actions())
        .extracting(ActionTrace::receiver)
        .containsExactly(LEDGER, OTHER, BOB, ALICE);
    assertThat(trace.actions()).extracting(ActionTrace::creatorOrdinal).containsExactly(0, 1, 1, 1);
    assertThat(chain.items(OTHER)).containsExactly(new Ledger.Item(1, "hello"));
    chain.refused(
        ChainError.ACTION_VALIDATE, ledger(new Ledger.Tell(List.of(Name.of("nobody")), "hello")));
  }

  @Test
  void executions_areNotificationsFirst_thenInlineActionsDepthFirst() {
    letCodeAct(LEDGER);
    TransactionTrace trace =
        chain.push(ledger(new Ledger.Nest(2)), ledger(new Ledger.Tell(List.of(OTHER), "hello")));

    assertThat(trace.actions()).extracting(ActionTrace::ordinal).containsExactly(1, 2, 3, 4, 5);
    assertThat(trace.actions())
        .extracting(each ->
            receiptOf(each).globalSequence() - receiptOf(trace.actions().get(0)).globalSequence())
        .containsExactly(0L, 3L, 1L, 2L, 4L);
  }

  @Test
  @Tag("SC-04")
  void tables_areWrittenByTheirContractOnly_andReadByAll() {
    chain.push(PUT);
    ChainException refusal =
        chain.refused(ChainError.TABLE_ACCESS_VIOLATION, ledger(new Ledger.Foreign(OTHER, 1)));
    assertThat(refusal).hasMessageContaining("cannot write to table items");
    Action peek = JavaContract.action(
        OTHER, new Ledger.Peek(LEDGER, LEDGER, 1), PermissionLevel.active(ALICE));
    assertThat(chain.refused(ChainError.ASSERT_MESSAGE, peek)).hasMessageContaining("is a row");
  }

  @Test
  void rows_areRefused_twiceOrWhenThereIsNone() {
    chain.push(PUT);
    chain.refused(ChainError.CONTRACT_TABLE_QUERY, ledger(new Ledger.Put(ALICE, 1, "again")));
    chain.refused(ChainError.CONTRACT_TABLE_QUERY, ledger(new Ledger.Drop(2)));
    chain.refused(ChainError.CONTRACT_TABLE_QUERY, ledger(new Ledger.Change(Name.EMPTY, 2, "x")));
    chain.push(ledger(new Ledger.Drop(1)));
    assertThat(chain.items(LEDGER)).isEmpty();
  }

  @Test
  void rows_areInTheOrderOfTheirUnsignedKeys() {
    for (long key : new long[] {-1, 0, Long.MIN_VALUE, 5, Long.MAX_VALUE}) {
      chain.push(ledger(new Ledger.Put(ALICE, key, "row")));
    }
    assertThat(chain.items(LEDGER))
        .extracting(Ledger.Item::id)
        .containsExactly(0L, 5L, Long.MAX_VALUE, Long.MIN_VALUE, -1L);
    assertThat(chain.kernel().present().rows(new TableKey(LEDGER, LEDGER, Ledger.ITEMS), 6, 2))
        .extracting(KeyedRow::key)
        .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Test
  void rows_endWithTheirTable() {
    chain.push(PUT);
    TableKey before = new TableKey(LEDGER, Name.of("ledge"), Ledger.ITEMS);
    TableKey items = new TableKey(LEDGER, LEDGER, Ledger.ITEMS);
    assertThat(chain.kernel().present().rows(before, 0, 10)).isEmpty();
    assertThat(chain.kernel().present().rows(items, 0, 10)).hasSize(1);
    assertThat(chain.kernel().present().rows(items, 0, 0)).isEmpty();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> chain.kernel().present().rows(items, 0, -1))
        .withMessage("a limit is 0 or more rows, got -1");
  }

  @Test
  void rows_areChargedToTheContractOrToWhoAuthorisedIt() {
    chain.push(ledger(new Ledger.Put(ALICE, 1, "by her")));
    chain.push(ledger(new Ledger.Put(LEDGER, 2, "by the contract")));
    ChainException refusal =
        chain.refused(ChainError.UNAUTHORIZED_RAM_USAGE, ledger(new Ledger.Put(BOB, 3, "by him")));
    assertThat(refusal).hasMessageContaining("cannot charge bobbob");
    chain.refused(ChainError.UNAUTHORIZED_RAM_USAGE, ledger(new Ledger.Change(BOB, 1, "x")));

    chain.push(ledger(new Ledger.Change(Name.EMPTY, 1, "x"), PermissionLevel.active(BOB)));
    assertThat(payerOf(1)).isEqualTo(ALICE);
    chain.push(ledger(new Ledger.Change(BOB, 1, "x"), PermissionLevel.active(BOB)));
    assertThat(payerOf(1)).isEqualTo(BOB);
  }

  @Test
  void rows_areNotCharged_byAContractThatWasOnlyNotified() {
    chain.refused(
        ChainError.UNAUTHORIZED_RAM_USAGE,
        ledger(new Ledger.Tell(List.of(OTHER), "charge"), PermissionLevel.active(ALICE)));
    chain.push(ledger(new Ledger.Tell(List.of(OTHER), "pays itself")));
  }

  @Test
  void rows_areChargedToAnybodyThatExists_byAPrivilegedContract() {
    chain.push(setPrivileged(LEDGER));
    chain.push(ledger(new Ledger.Put(BOB, 3, "by him")));
    assertThat(payerOf(3)).isEqualTo(BOB);
    chain.refused(ChainError.ACCOUNT_QUERY, ledger(new Ledger.Put(Name.of("nobody"), 4, "x")));
    chain.refused(ChainError.INVALID_TABLE_PAYER, ledger(new Ledger.Put(Name.EMPTY, 4, "x")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256})
  void returnValue_hasUpTo256Bytes(int size) {
    assertThat(chain.push(ledger(new Ledger.Answer(size))).returnValue().size()).isEqualTo(size);
  }

  @Test
  void returnValue_isRefused_with257Bytes() {
    ChainException refusal =
        chain.refused(ChainError.RETURN_VALUE_TOO_BIG, ledger(new Ledger.Answer(257)));
    assertThat(refusal).hasMessageContaining("at most 256 bytes, got 257");
  }

  @Test
  void privilegedCalls_areRefusedToOthers() {
    chain.refused(ChainError.UNACCESSIBLE_API, ledger(new Ledger.Raise(LEDGER)));
    chain.push(setPrivileged(LEDGER));
    chain.push(ledger(new Ledger.Raise(BOB)));
    assertThat(chain.kernel().present().account(BOB).orElseThrow().privileged()).isTrue();
    chain.refused(ChainError.ACCOUNT_QUERY, ledger(new Ledger.Raise(Name.of("nobody"))));
  }

  @Test
  void systemActions_ofTheChain_areForEosioOnly() {
    chain.refused(
        ChainError.MISSING_AUTH,
        TestChain.system(
            new SystemContract.SetPrivileged(ALICE, true), PermissionLevel.active(ALICE)));
    chain.refused(
        ChainError.MISSING_AUTH,
        TestChain.system(
            new SystemContract.SetProducers(List.of()), PermissionLevel.active(ALICE)));
    chain.refused(
        ChainError.ASSERT_MESSAGE,
        new Action(
            TestChain.EOSIO,
            Name.of("unheardof"),
            List.of(PermissionLevel.active(ALICE)),
            Bytes.EMPTY));
  }

  @Test
  @Tag("SC-03")
  void setCode_installsOneContractOnAnAccount_withItsAuthority() {
    chain.refused(
        ChainError.MISSING_AUTH,
        TestChain.system(
            new SystemActions.SetCode(LEDGER, 1, 0, new Ledger(2).descriptor()),
            PermissionLevel.active(ALICE)));
    chain.push(TestChain.install(LEDGER, new Ledger(2)));
    chain.push(PUT);

    AccountObject account = chain.kernel().present().account(LEDGER).orElseThrow();
    assertThat(account.codeHash()).isEqualTo(Checksum256.sha256(new Ledger(2).descriptor()));
    assertThat(account.codeSequence()).isEqualTo(2);
    assertThat(chain.kernel().present().account(OTHER).orElseThrow().codeHash())
        .isEqualTo(Checksum256.sha256(new Ledger().descriptor()));
  }

  @Test
  @Tag("SC-03")
  @Tag("CHAIN-09")
  void setCode_isRefused_forCodeThatIsUnknownOrInstalledOrOfAnotherKind() {
    ChainException unknown = chain.refused(
        ChainError.CONTRACT, TestChain.setCode(LEDGER, 1, Bytes.ofUtf8("java:Nothing:1")));
    assertThat(unknown).hasMessageContaining("has no contract with code hash");
    ChainException same =
        chain.refused(ChainError.SET_EXACT_CODE, TestChain.install(LEDGER, new Ledger()));
    assertThat(same).hasMessageContaining("already running this version");
    chain.refused(
        ChainError.INVALID_CONTRACT_VM_TYPE,
        TestChain.setCode(LEDGER, 0, new Ledger(2).descriptor()));
    chain.refused(
        ChainError.INVALID_CONTRACT_VM_VERSION,
        TestChain.system(
            new SystemActions.SetCode(LEDGER, 1, 1, new Ledger(2).descriptor()),
            PermissionLevel.active(LEDGER)));
    chain.refused(ChainError.SET_EXACT_CODE, TestChain.setCode(ALICE, 1, Bytes.EMPTY));
  }

  @Test
  @Tag("SC-03")
  void setCode_takesTheContractAway_withoutCode() {
    chain.push(PUT);
    chain.push(TestChain.setCode(LEDGER, 1, Bytes.EMPTY));

    assertThat(chain.kernel().present().account(LEDGER).orElseThrow().codeHash())
        .isEqualTo(Checksum256.ZERO);
    // as on a node, an action on an account without a contract is a record and nothing else
    assertThat(chain.push(ledger(new Ledger.Put(ALICE, 2, "row"))).actions()).hasSize(1);
    assertThat(chain.items(LEDGER)).hasSize(1);
  }

  @Test
  void setAbi_publishesAndTakesBack() {
    Bytes abi = Bytes.of(new Ledger().abi().toBinary());
    chain.push(setAbi(abi));
    assertThat(chain.kernel().present().abi(LEDGER)).contains(abi);
    assertThat(chain.kernel().present().account(LEDGER).orElseThrow().abiSequence())
        .isEqualTo(1);
    chain.push(setAbi(Bytes.EMPTY));
    assertThat(chain.kernel().present().abi(LEDGER)).isEmpty();
    assertThat(chain.kernel().present().account(LEDGER).orElseThrow().abiSequence())
        .isEqualTo(2);
  }

  @Test
  @Tag("SC-04")
  void contract_refusesActionsItDoesNotHave_andDataItCannotRead() {
    ChainException unknown = chain.refused(
        ChainError.ASSERT_MESSAGE,
        new Action(LEDGER, Name.of("other"), List.of(PermissionLevel.active(ALICE)), Bytes.EMPTY));
    assertThat(unknown).hasMessageContaining("contract of ledger has no action other");
    chain.refused(
        ChainError.ASSERT_MESSAGE,
        new Action(
            LEDGER, Name.of("put"), List.of(PermissionLevel.active(ALICE)), Bytes.ofHex("01")));
  }

  @Test
  void receipts_countExecutions_byReceiverAuthoriserAndCode() {
    TransactionTrace first = chain.push(ledger(new Ledger.Answer(1)));
    TransactionTrace second = chain.push(ledger(
        new Ledger.Answer(1),
        PermissionLevel.active(ALICE),
        new PermissionLevel(ALICE, PermissionNames.OWNER),
        PermissionLevel.active(BOB)));

    var before = receiptOf(first.actions().get(0));
    var after = receiptOf(second.actions().get(0));
    assertThat(after.globalSequence()).isEqualTo(before.globalSequence() + 1);
    assertThat(after.recvSequence()).isEqualTo(before.recvSequence() + 1);
    assertThat(after.codeSequence()).isEqualTo(1);
    assertThat(after.authSequence())
        .extracting(each -> each.account() + " " + each.sequence())
        .containsExactly("alice1 3", "bobbob 1");
  }

  @Test
  void onblock_isTheFirstExecutionOfEachBlock_andNoTransaction() {
    SignedBlock empty = chain.produce();
    assertThat(empty.transactions()).isEmpty();
    assertThat(empty.header().transactionMroot()).isEqualTo(Checksum256.ZERO);
    assertThat(empty.header().actionMroot()).isNotEqualTo(Checksum256.ZERO);
    assertThat(chain.produce().header().actionMroot())
        .isNotEqualTo(empty.header().actionMroot());
  }

  private static ActionReceipt receiptOf(ActionTrace trace) {
    return trace.receipt().orElseThrow();
  }

  private Name payerOf(long id) {
    return chain
        .kernel()
        .present()
        .row(new TableKey(LEDGER, LEDGER, Ledger.ITEMS), id)
        .orElseThrow()
        .payer();
  }

  /** Grants the code of the ledger the active permission of the account, beside its key. */
  private void letCodeAct(Name account) {
    Authority key = TestChain.authority(account);
    Authority both = new Authority(
        1,
        key.keys(),
        List.of(new PermissionLevelWeight(new PermissionLevel(LEDGER, PermissionNames.CODE), 1)),
        List.of());
    chain.push(TestChain.system(
        new SystemActions.UpdateAuth(account, PermissionNames.ACTIVE, PermissionNames.OWNER, both),
        PermissionLevel.active(account)));
  }

  private static Action setPrivileged(Name account) {
    return TestChain.system(
        new SystemContract.SetPrivileged(account, true), PermissionLevel.active(TestChain.EOSIO));
  }

  private static Action setAbi(Bytes abi) {
    return TestChain.system(new SystemActions.SetAbi(LEDGER, abi), PermissionLevel.active(LEDGER));
  }

  private static Ledger.Send send(Action action) {
    return new Ledger.Send(action.account(), action.name(), action.authorization(), action.data());
  }

  private static Action ledger(Record data, PermissionLevel... authorization) {
    return authorization.length == 0
        ? TestChain.ledger(data, ALICE)
        : JavaContract.action(LEDGER, data, authorization);
  }
}
