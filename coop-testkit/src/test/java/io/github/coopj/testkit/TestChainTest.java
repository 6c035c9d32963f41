package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.digest;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertNoTrace;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.system.CodeHistory;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.testkit.junit5.CoopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

class TestChainTest {
  @CoopTest(startsAt = START)
  @Tag("SC-05")
  @Tag("SC-08")
  void transaction_takesEffectWholeOrNotAtAll(Cooperative coop) {
    long id = coop.propose(QuestionType.OTHER, digest("a question"));
    Action right = coop.actions().vote(id, CHAIRMAN, Vote.FOR);
    Action wrong = coop.actions().contribute(founder(2), ContributionKind.SHARE, 1, "0.00 RUB");
    assertRefused(coop.chain(), () -> coop.chain().push(right, wrong), Reason.AMOUNT_NOT_POSITIVE);
    assertThat(coop.decision(id).votes()).isEmpty();
    coop.chain()
        .push(
            right, coop.actions().contribute(founder(2), ContributionKind.SHARE, 1, "300.00 RUB"));
    assertThat(coop.decision(id).votes()).hasSize(1);
    assertThat(coop.books().journal()).hasSize(2);
  }

  @CoopTest(startsAt = START)
  @Tag("SC-06")
  void transaction_refused_secondTimeOrExpired(Cooperative coop) {
    Action action = coop.actions().contribute(founder(2), ContributionKind.SHARE, 1, "300.00 RUB");
    SignedTransaction signed =
        coop.chain().chain().sign(List.of(action), List.of(TestKeys.of(Cooperative.ACCOUNT)));
    coop.chain().chain().push(signed);
    coop.chain().produceBlock();
    assertRefused(() -> coop.chain().chain().push(signed), ChainError.TX_DUPLICATE);
    coop.chain().produceBlock();
    assertNoTrace(coop.chain());
    coop.advance(Duration.ofHours(1));
    assertRefused(() -> coop.chain().chain().push(signed), ChainError.EXPIRED_TX);
    coop.chain().produceBlock();
    assertNoTrace(coop.chain());
    assertThat(coop.books().journal()).hasSize(2);
  }

  @CoopTest(startsAt = START)
  @Tag("SC-03")
  void contract_isInstalledByItsAccountAlone(Cooperative coop) {
    SystemActions.SetCode away = new SystemActions.SetCode(
        CooperativeAccounts.TREASURY, SystemActions.SetCode.JAVA_VM, 0, Bytes.EMPTY);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(JavaContract.action(
                SystemActions.EOSIO, away, PermissionLevel.active(Cooperative.ACCOUNT))),
        ChainError.MISSING_AUTH);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .pushSignedBy(
                List.of(TestKeys.of(Cooperative.ACCOUNT)),
                JavaContract.action(
                    SystemActions.EOSIO,
                    away,
                    PermissionLevel.active(CooperativeAccounts.TREASURY))),
        ChainError.UNSATISFIED_AUTHORIZATION);
    coop.contribute(founder(2), ContributionKind.SHARE, 1, "300.00 RUB");
  }

  @CoopTest(startsAt = START)
  void clock_followsTheBlocks_andRefusedPushesMakeEmptyOnes(TestChain chain) {
    Instant before = chain.clock().instant();
    long head = chain.chain().info().headNumber();
    chain.createAccounts("account1");
    assertThat(chain.clock().instant()).isEqualTo(before.plusMillis(500));
    assertRefused(chain, () -> chain.createAccounts("account1"), ChainError.ACCOUNT_NAME_EXISTS);
    assertThat(chain.clock().instant()).isEqualTo(before.plusMillis(1000));
    assertThat(chain.chain().info().headNumber()).isEqualTo(head + 2);
    chain.clock().advance(Duration.ofDays(1));
    chain.createAccounts("account2");
    assertThat(chain.clock().instant()).isEqualTo(before.plusMillis(1000).plus(Duration.ofDays(1)));
    assertNoTrace(chain);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIN-06")
  void fund_givesAxon_outOfWhatWasIssuedAtTheLaunch(TestChain chain) {
    chain.createAccounts("account1");
    assertThat(chain.balance("eosio.saving", Symbol.AXON)).hasToString("10000.0000 AXON");
    chain.fund("account1", Asset.parse("12.5000 AXON"));
    assertThat(chain.balance("account1", Symbol.AXON)).hasToString("12.5000 AXON");
    assertThat(chain.balance("eosio.saving", Symbol.AXON)).hasToString("9987.5000 AXON");
    assertThat(chain.balance("account1", Symbol.of(2, "RUB"))).hasToString("0.00 RUB");
    assertNoTrace(chain);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIN-09")
  void codeHistory_tellsEachContractOfThePlatform_fromItsFirstBlock(TestChain chain) {
    CooperativeContracts.byAccount().forEach((account, contract) -> {
      List<CodeHistory.CodeVersion> history = CodeHistory.of(chain.chain(), account);
      assertThat(history).hasSize(1);
      assertThat(history.get(0).codeHash())
          .isEqualTo(Checksum256.sha256(contract.descriptor()))
          .isEqualTo(chain.chain().account(account).orElseThrow().codeHash());
      assertThat(history.get(0).contract()).isEqualTo(contract.getClass().getName());
      long from = history.get(0).blockFrom();
      assertThat(CodeHistory.at(history, from - 1)).isEmpty();
      assertThat(CodeHistory.at(history, from)).contains(history.get(0));
    });
  }
}
