package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.chain.block.SignedBlock;
import io.github.coopj.chain.block.TransactionReceipt;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.chain.cooperative.MeetingActions;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.Genesis;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.store.BlockLog;
import io.github.coopj.chain.store.LogException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.Compression;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.core.transaction.Transaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Vote;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.meeting.Answer;
import io.github.coopj.governance.meeting.Ballot;
import io.github.coopj.governance.meeting.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir
  private static Path folder;

  private static Path log;
  private static Checksum256 chainId;
  private static Checksum256 digest;
  private static long head;
  private static Genesis genesis;
  private static final List<SignedBlock> BLOCKS = new ArrayList<>();

  @BeforeAll
  static void live() {
    log = folder.resolve("blocks.log");
    try (Cooperative coop = Cooperative.found(
        TestChain.onDisk(TestClock.at(START), folder), Cooperative.defaultCharter())) {
      Scenario.live(coop);
      chainId = coop.chain().chain().info().chainId();
      head = coop.chain().chain().info().headNumber();
      digest = coop.chain().stateDigest();
    }
    genesis = BlockLog.read(log, BLOCKS::add);
  }

  @Test
  @Tag("PLAT-03")
  @Tag("ARCH-05")
  @Tag("CHAIN-10")
  void replay_givesTheSameStateFromTheLogAlone() {
    List<Long> seen = new ArrayList<>();
    LocalChain.Replayed replayed =
        LocalChain.replay(log, CooperativeContracts.catalog(), seen::add);
    assertThat(replayed.stateDigest()).isEqualTo(digest);
    assertThat(replayed.headNumber()).isEqualTo(head);
    assertThat(seen).hasSize((int) head - 1);
  }

  @Test
  @Tag("PLAT-03")
  @Tag("SC-07")
  void sameScenario_givesTheSameState_inAnotherLocaleAndZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kamchatka"));
      try (Cooperative coop = Cooperative.inMemory(TestClock.at(START))) {
        Scenario.live(coop);
        assertThat(coop.chain().stateDigest()).isEqualTo(digest);
        assertThat(coop.chain().witnessedDigest()).isEqualTo(digest);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  @Tag("PLAT-03")
  void otherStart_givesAnotherState() {
    try (Cooperative coop = Cooperative.inMemory(TestClock.at("2026-01-12T09:00:01Z"))) {
      Scenario.live(coop);
      assertThat(coop.chain().stateDigest()).isNotEqualTo(digest);
    }
  }

  @Test
  @Tag("CHAIN-10")
  @Tag("ARCH-05")
  void replay_refusesTurnedVoteOfTheCouncil() throws IOException {
    assertTamperingFound(CouncilContract.CastVote.class, action -> {
      CouncilContract.CastVote data = action.dataAs(CouncilContract.CastVote.class);
      return with(
          action,
          new CouncilContract.CastVote(data.coop(), data.decision(), data.member(), Vote.AGAINST));
    });
  }

  @Test
  @Tag("CHAIN-10")
  @Tag("ARCH-05")
  void replay_refusesTurnedBallot() throws IOException {
    assertTamperingFound(MeetingActions.HandIn.class, action -> {
      MeetingActions.HandIn data = action.dataAs(MeetingActions.HandIn.class);
      Ballot ballot = data.ballot();
      List<Answer> turned = ballot.answers().stream()
          .map(answer -> new Answer(answer.item(), Choice.AGAINST))
          .toList();
      return with(
          action,
          new MeetingActions.HandIn(
              new Ballot(
                  ballot.cooperative(),
                  ballot.meetingId(),
                  ballot.cycle(),
                  ballot.agendaVersion(),
                  ballot.member(),
                  turned),
              data.signature()));
    });
  }

  @Test
  @Tag("CHAIN-10")
  @Tag("ARCH-05")
  void replay_refusesChangedAmount() throws IOException {
    assertTamperingFound(TreasuryContract.Contribute.class, action -> {
      TreasuryContract.Contribute data = action.dataAs(TreasuryContract.Contribute.class);
      Contribution paid = data.contribution();
      return with(
          action,
          new TreasuryContract.Contribute(
              data.coop(),
              new Contribution(
                  paid.kind(),
                  paid.member(),
                  paid.amount().plus(Asset.parse("0.01 RUB")),
                  paid.programme(),
                  paid.document(),
                  paid.at())));
    });
  }

  @Test
  @Tag("CHAIN-10")
  void replay_refusesChangedAmount_signedAnewByTheSameAccount() throws IOException {
    int place = find(TreasuryContract.Contribute.class);
    SignedBlock forged = change(
        BLOCKS.get(place),
        action -> {
          TreasuryContract.Contribute data = action.dataAs(TreasuryContract.Contribute.class);
          Contribution paid = data.contribution();
          return with(
              action,
              new TreasuryContract.Contribute(
                  data.coop(),
                  new Contribution(
                      paid.kind(),
                      paid.member(),
                      paid.amount().times(10),
                      paid.programme(),
                      paid.document(),
                      paid.at())));
        },
        true);
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> replay(write("anew.log", place, forged)))
        .withMessageContaining("block " + forged.number() + " ")
        .withMessageContaining("transaction root")
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.BLOCK_TX_OUTPUT);
  }

  @Test
  @Tag("CHAIN-10")
  void replay_refusesLogWithoutOneTransaction() throws IOException {
    int place = find(TreasuryContract.Contribute.class);
    SignedBlock block = BLOCKS.get(place);
    SignedBlock emptied =
        new SignedBlock(block.header(), block.producerSignature(), List.of(), List.of());
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> replay(write("emptied.log", place, emptied)))
        .withMessageContaining("block " + block.number() + " ");
  }

  @Test
  @Tag("CHAIN-10")
  @Tag("ARCH-05")
  void replay_refusesLogWithOneByteChanged() throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    for (int i = 1; i <= 8; i++) {
      byte[] damaged = bytes.clone();
      damaged[bytes.length / 9 * i] ^= 1;
      Path file = Files.write(folder.resolve("damaged" + i + ".log"), damaged);
      assertThatExceptionOfType(LogException.class)
          .isThrownBy(() -> replay(file))
          .withMessageContaining("block ")
          .extracting(LogException::reason)
          .isEqualTo(LogException.Reason.DAMAGED_BLOCK);
    }
  }

  private static void assertTamperingFound(
      Class<? extends Record> type, UnaryOperator<Action> change) throws IOException {
    int place = find(type);
    SignedBlock forged = change(BLOCKS.get(place), change, false);
    String id = forged.transactions().get(0).transaction().id().toString();
    assertThatExceptionOfType(ChainException.class)
        .isThrownBy(() -> replay(write(type.getSimpleName() + ".log", place, forged)))
        .withMessageContaining("block " + forged.number() + " " + forged.id())
        .withMessageContaining("transaction 1 " + id)
        .extracting(ChainException::reason)
        .isEqualTo(ChainError.UNSATISFIED_AUTHORIZATION);
  }

  private static LocalChain.Replayed replay(Path file) {
    return LocalChain.replay(file, CooperativeContracts.catalog(), number -> {});
  }

  /** Place of the last block with an action of this kind. */
  private static int find(Class<? extends Record> type) {
    Name name = JavaContract.actionName(type);
    int found = -1;
    for (int i = 0; i < BLOCKS.size(); i++) {
      for (TransactionReceipt receipt : BLOCKS.get(i).transactions()) {
        if (receipt.transaction().unpack().actions().get(0).name().equals(name)) {
          found = i;
        }
      }
    }
    assertThat(found).as("block with an action %s", name).isNotNegative();
    return found;
  }

  private static Action with(Action action, Record data) {
    Action changed = Action.of(action.account(), action.name(), action.authorization(), data);
    assertThat(changed).isNotEqualTo(action);
    return changed;
  }

  private static SignedBlock change(
      SignedBlock block, UnaryOperator<Action> change, boolean signAnew) {
    TransactionReceipt receipt = block.transactions().get(0);
    PackedTransaction packed = receipt.transaction();
    Transaction old = packed.unpack();
    Transaction changed = new Transaction(
        old.header(),
        old.contextFreeActions(),
        List.of(change.apply(old.actions().get(0))),
        old.extensions());
    PackedTransaction forged = new PackedTransaction(
        packed.signatures(),
        packed.compression(),
        packed.packedContextFreeData(),
        Bytes.of(changed.pack()));
    if (signAnew) {
      SignedTransaction signed = new SignedTransaction(changed, List.of(), List.of());
      for (Name actor : changed.actions().get(0).authorization().stream()
          .map(level -> level.actor())
          .toList()) {
        signed = signed.signedBy(chainId, TestKeys.of(actor));
      }
      forged = signed.pack(Compression.NONE);
    }
    return new SignedBlock(
        block.header(),
        block.producerSignature(),
        List.of(new TransactionReceipt(receipt.cpuUsageUs(), receipt.netUsageWords(), forged)),
        block.extensions());
  }

  /** A log with all checksums right and one block exchanged. */
  private static Path write(String name, int place, SignedBlock exchanged) throws IOException {
    Path file = folder.resolve(name);
    BlockLog.delete(file);
    try (BlockLog forged = BlockLog.open(file, genesis, block -> {})) {
      for (int i = 0; i < BLOCKS.size(); i++) {
        forged.append(i == place ? exchanged : BLOCKS.get(i));
      }
    }
    return file;
  }
}
