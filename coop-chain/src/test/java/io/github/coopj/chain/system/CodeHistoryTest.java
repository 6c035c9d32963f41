package io.github.coopj.chain.system;

import static io.github.coopj.chain.system.PlatformChain.ALICE;
import static io.github.coopj.chain.system.PlatformChain.EOSIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.system.CodeHistory.CodeVersion;
import io.github.coopj.crypto.Checksum256;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-09")
class CodeHistoryTest {
  private final Contract first = new Idle(1);
  private final Contract second = new Idle(2);
  private final Contract system = new SystemContract();
  private final PlatformChain chain = new PlatformChain(List.of(system, first, second));

  /** Does nothing, in several versions. */
  static final class Idle extends JavaContract {
    Idle(int version) {
      super(MethodHandles.lookup(), version);
    }
  }

  @BeforeEach
  void install() {
    chain.install(EOSIO, system).create(ALICE);
  }

  private List<CodeVersion> history(io.github.coopj.core.name.Name account) {
    return chain.rows(EOSIO, account, CodeHistory.TABLE, CodeVersion.class);
  }

  private static Checksum256 hash(Contract contract) {
    return Checksum256.sha256(contract.descriptor());
  }

  @Test
  void history_beginsWithTheSystemContractItself() {
    assertThat(history(EOSIO))
        .containsExactly(new CodeVersion(1, 2, hash(system), 1, SystemContract.class.getName()));
  }

  @Test
  @Tag("SC-03")
  void history_keepsEveryVersion_withTheBlockItRanFrom() {
    chain.install(ALICE, first);
    long upgraded = chain.block() + 1;
    chain.produce();
    chain.install(ALICE, second);
    chain.produce(Duration.ofDays(1));
    chain.push(PlatformChain.install(ALICE, Bytes.EMPTY));
    chain.produce();
    chain.install(ALICE, first);
    chain.produce();

    String name = Idle.class.getName();
    List<CodeVersion> history = history(ALICE);
    assertThat(history)
        .containsExactly(
            new CodeVersion(1, 2, hash(first), 1, name),
            new CodeVersion(2, upgraded, hash(second), 2, name),
            new CodeVersion(3, upgraded + 1, Checksum256.ZERO, 0, ""),
            new CodeVersion(4, upgraded + 2, hash(first), 1, name));
    assertThat(CodeHistory.at(history, 1)).isEmpty();
    assertThat(CodeHistory.at(history, 2)).contains(history.get(0));
    assertThat(CodeHistory.at(history, upgraded - 1)).contains(history.get(0));
    assertThat(CodeHistory.at(history, upgraded)).contains(history.get(1));
    assertThat(CodeHistory.at(history, upgraded + 1)).contains(history.get(2));
    assertThat(CodeHistory.at(history, 1_000_000)).contains(history.get(3));
  }

  @Test
  void history_tellsTheHashOnChain_andThatOfTheLoadedClasses() {
    chain.install(ALICE, first);
    assertThat(
            chain.controller().kernel().present().account(ALICE).orElseThrow().codeHash())
        .isEqualTo(history(ALICE).get(0).codeHash())
        .isEqualTo(Checksum256.sha256(new Idle(1).descriptor()));
  }

  @Test
  void history_isUnchanged_whenCodeIsRefused() {
    chain.install(ALICE, first);
    chain.refused(ChainError.SET_EXACT_CODE, PlatformChain.install(ALICE, first.descriptor()));
    chain.refused(
        ChainError.CONTRACT,
        PlatformChain.install(ALICE, Bytes.ofUtf8("java:no.such.Contract:1:00")));
    assertThat(history(ALICE)).hasSize(1);
  }
}
