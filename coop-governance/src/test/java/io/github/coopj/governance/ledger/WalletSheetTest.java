package io.github.coopj.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What books keep in arrays of their own agrees with plain maps. */
class WalletSheetTest {
  private static LedgerKey key(Random random) {
    return new LedgerKey(
        new AccountNumber(80 + random.nextInt(3), random.nextInt(2)),
        1L + random.nextInt(3),
        Name.of("m" + (char) ('a' + random.nextInt(3))));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void sheet_isASortedMap(long seed) {
    Random random = new Random(seed);
    WalletSheet sheet = WalletSheet.EMPTY;
    TreeMap<LedgerKey, WalletBalance> model = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      LedgerKey key = key(random);
      WalletBalance balance = new WalletBalance(i, 0, 0, 0);
      sheet = sheet.with(key, balance);
      model.put(key, balance);
      assertThat(sheet.balance(key)).as("seed %d", seed).isEqualTo(balance);
    }
    assertThat(sheet.lines())
        .extracting(WalletSheet.Line::key)
        .containsExactlyElementsOf(model.keySet());
    assertThat(sheet.lines())
        .extracting(WalletSheet.Line::balance)
        .containsExactlyElementsOf(model.values());
    assertThat(WalletSheet.EMPTY.balance(key(random))).isEqualTo(WalletBalance.ZERO);
  }

  /** Ids whose hashes collide a lot, as few bits of the multiplied words reach the lowest bits of the index. */
  private static TransferId id(int number) {
    return new TransferId(number % 5, number / 5 + 1L);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 4})
  void index_isAMap_alsoWhereHashesCollide(long seed) {
    Random random = new Random(seed);
    List<TransferRecord> journal = new ArrayList<>();
    RecordIndex index = new RecordIndex(journal);
    Map<TransferId, TransferRecord> model = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      TransferId id = id(random.nextInt(4_000));
      assertThat(index.find(id)).as("seed %d", seed).isEqualTo(model.get(id));
      if (!model.containsKey(id)) {
        DirectTransfer transfer = new DirectTransfer(
            id,
            Ledgers.BANK,
            Ledgers.FUND,
            Ledgers.rub(1),
            Ledgers.at(Ledgers.NOW),
            Ledgers.BASIS,
            TransferId.NONE);
        TransferRecord record = new TransferRecord(
            journal.size() + 1L,
            Ledgers.at(Ledgers.NOW),
            transfer,
            Ledgers.BANK,
            Ledgers.FUND,
            1,
            1,
            TransferStatus.POSTED,
            0);
        journal.add(record);
        index.add(id, journal.size());
        model.put(id, record);
      }
    }
    assertThat(model).hasSizeGreaterThan(2_000);
  }

  @ParameterizedTest(name = "{0} wallets")
  @ValueSource(ints = {2, 8, 9, 50})
  void changedWallets_keepEachWalletOnce_howeverMany(int wallets) {
    ChangedWallets changed = new ChangedWallets(Ledgers.books());
    for (int round = 1; round <= 3; round++) {
      for (int i = 0; i < wallets; i++) {
        LedgerKey key = new LedgerKey(Ledgers.SHARES, 1L + i, Name.of("anna"));
        changed.add(key, ChangedWallets.CREDITS, i + 1);
        assertThat(changed.available(key, AccountSide.CREDIT)).isEqualTo(round * (i + 1L));
      }
    }
    assertThat(changed.size()).isEqualTo(wallets);
    assertThat(changed.balances()).hasSize(wallets);
  }
}
