package io.github.coopj.samples.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.ledger.AccountNumber;
import io.github.coopj.governance.ledger.AccountSide;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.ChartAccount;
import io.github.coopj.governance.ledger.ChartOfAccounts;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerAudit;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.PendingTransfer;
import io.github.coopj.governance.ledger.PostPending;
import io.github.coopj.governance.ledger.Transfer;
import io.github.coopj.governance.ledger.TransferId;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The ledger in memory on one thread: transfers between share wallets of members drawn at random, each with a floor that is
 * checked, an id that is remembered and three levels of balances; one in ten is pending first and then posted. Prints CPU time
 * of the whole process, with garbage collection and compilation. At the end the books are audited against their journal.
 *
 * <p>Arguments: members, transfers a round, rounds; 1000000, 1000000 and 5 unless given.
 */
public final class LedgerSpeed {
  private static final Symbol RUB = Symbol.parse("2,RUB");
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final AccountNumber CASH = AccountNumber.parse("51");
  private static final AccountNumber SHARES = AccountNumber.parse("80");
  private static final TimePointSec AT = TimePointSec.of(NOW);
  private static final TimePointSec LATER = TimePointSec.of(NOW.plusSeconds(3600));
  private static final Basis BASIS =
      new Basis(Checksum256.sha256(new byte[] {1}), Name.of("share"), 0);

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final LedgerKey[] members;
  private final Books books = new Books(
      ChartOfAccounts.of(
          "BENCHMARK",
          List.of(
              new ChartAccount(
                  CASH,
                  AccountSide.DEBIT,
                  "Расчётный счёт",
                  "Bank",
                  false,
                  false,
                  OptionalLong.of(0)),
              new ChartAccount(
                  SHARES,
                  AccountSide.CREDIT,
                  "Паевой фонд",
                  "Shares",
                  true,
                  true,
                  OptionalLong.of(0)))),
      RUB);
  private long lastId;

  private LedgerSpeed(int size) {
    members = new LedgerKey[size];
    for (int i = 0; i < size; i++) {
      members[i] = new LedgerKey(SHARES, 1, name(i));
    }
  }

  private static Name name(int number) {
    StringBuilder text = new StringBuilder("m");
    for (int rest = number, place = 0; place < 5; rest /= 26, place++) {
      text.append((char) ('a' + rest % 26));
    }
    return Name.of(text.toString());
  }

  /**
   * Runs the program.
   *
   * @param args members, transfers a round, rounds
   */
  public static void main(String[] args) {
    int size = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int transfers = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    new LedgerSpeed(size).run(transfers, rounds);
  }

  private void run(int transfers, int rounds) {
    LedgerKey bank = LedgerKey.of(CASH);
    for (LedgerKey member : members) {
      books.book(direct(bank, member, 1_000_000), NOW);
    }
    Random random = new Random(1);
    for (int round = 1; round <= rounds; round++) {
      Transfer[] prepared = prepare(transfers, random);
      long began = process.getProcessCpuTime();
      for (Transfer transfer : prepared) {
        books.book(transfer, NOW);
      }
      long taken = process.getProcessCpuTime() - began;
      System.out.printf(
          Locale.ROOT,
          "round %d: %,d transfers between %,d wallets in %,d ms of CPU, %,d/s%n",
          round,
          prepared.length,
          members.length,
          taken / 1_000_000,
          prepared.length * 1_000_000_000L / taken);
    }
    long began = process.getProcessCpuTime();
    int findings = LedgerAudit.check(books.snapshot()).size();
    System.out.printf(
        Locale.ROOT,
        "audit of %,d records: %d findings in %,d ms of CPU%n",
        books.lastNumber(),
        findings,
        (process.getProcessCpuTime() - began) / 1_000_000);
  }

  private Transfer[] prepare(int transfers, Random random) {
    Transfer[] prepared = new Transfer[transfers];
    for (int i = 0; i < transfers; i++) {
      int from = random.nextInt(members.length);
      int to = (from + 1 + random.nextInt(members.length - 1)) % members.length;
      int minor = 1 + random.nextInt(50);
      if (i % 10 == 8 && i + 1 < transfers) {
        PendingTransfer held = new PendingTransfer(
            newId(), members[from], members[to], new Asset(minor, RUB), AT, BASIS, LATER);
        prepared[i] = held;
        i++;
        prepared[i] = new PostPending(newId(), held.id(), held.amount(), AT, BASIS);
      } else {
        prepared[i] = direct(members[from], members[to], minor);
      }
    }
    return prepared;
  }

  private DirectTransfer direct(LedgerKey debit, LedgerKey credit, long minor) {
    return new DirectTransfer(
        newId(), debit, credit, new Asset(minor, RUB), AT, BASIS, TransferId.NONE);
  }

  private TransferId newId() {
    lastId++;
    return new TransferId(0, lastId);
  }
}
