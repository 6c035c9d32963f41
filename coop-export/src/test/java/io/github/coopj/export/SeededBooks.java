package io.github.coopj.export;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.ledger.AccountNumber;
import io.github.coopj.governance.ledger.Basis;
import io.github.coopj.governance.ledger.Books;
import io.github.coopj.governance.ledger.ChartReader;
import io.github.coopj.governance.ledger.DirectTransfer;
import io.github.coopj.governance.ledger.LedgerKey;
import io.github.coopj.governance.ledger.LedgerSnapshot;
import io.github.coopj.governance.ledger.PendingTransfer;
import io.github.coopj.governance.ledger.PostPending;
import io.github.coopj.governance.ledger.Transfer;
import io.github.coopj.governance.ledger.TransferId;
import io.github.coopj.governance.ledger.VoidPending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Books with every kind of transfer by a seed: posted, pending, posted in part, voided, expired, corrected, with a closed period. As
 * a program it writes them for other programs, and beside them what the library says of their balances.
 */
public final class SeededBooks {
  static final Symbol RUB = Symbol.parse("2,RUB");
  static final Instant START = Instant.parse("2026-01-12T09:00:00Z");
  static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private static final LedgerKey BANK = LedgerKey.of(AccountNumber.parse("51"));
  private static final LedgerKey GOODS = LedgerKey.of(AccountNumber.parse("41"));

  private final Random random;
  private final Books books = new Books(ChartReader.russianConsumer(), RUB);
  private final List<TransferId> held = new ArrayList<>();
  private final List<DirectTransfer> direct = new ArrayList<>();
  private Instant now = START;
  private long next = 1;

  private SeededBooks(long seed) {
    this.random = new Random(seed);
  }

  /** Books of a seed with at least that many recorded transfers. */
  static LedgerSnapshot of(long seed, int transfers) {
    SeededBooks seeded = new SeededBooks(seed);
    while (seeded.books.lastNumber() < transfers) {
      seeded.step();
    }
    return seeded.books.snapshot();
  }

  /**
   * Writes {@code good.journal}, {@code wrong.journal}, {@code good.beancount} and {@code balances.csv} into a folder.
   *
   * @param args the folder
   * @throws IOException if they cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    long seed = 20_261_124;
    LedgerSnapshot ledger = of(seed, 12_000);
    JournalExport journal = new JournalExport(MOSCOW);
    StringBuilder hledger = new StringBuilder();
    journal.hledger(ledger, hledger);
    StringBuilder beancount = new StringBuilder();
    journal.beancount(ledger, beancount);
    StringBuilder balances = new StringBuilder();
    for (Map.Entry<String, Long> each : JournalExport.hledgerBalances(ledger).entrySet()) {
      if (each.getValue() != 0) {
        balances
            .append('"')
            .append(each.getKey())
            .append("\",\"")
            .append(new Asset(each.getValue(), RUB))
            .append("\"\n");
      }
    }
    write(folder.resolve("good.journal"), hledger);
    write(folder.resolve("wrong.journal"), wrong(hledger.toString()));
    write(folder.resolve("good.beancount"), beancount);
    write(folder.resolve("balances.csv"), balances);
    System.out.println("seed " + seed + ": " + ledger.journal().size() + " transfers in " + folder);
  }

  /** One kopeck more is stated than the transfers come to. */
  private static String wrong(String journal) {
    int last = journal.lastIndexOf(" RUB");
    int digit = last - 1;
    char changed = journal.charAt(digit) == '9' ? '8' : (char) (journal.charAt(digit) + 1);
    return journal.substring(0, digit) + changed + journal.substring(last);
  }

  private static void write(Path file, CharSequence text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private void step() {
    now = now.plusSeconds(random.nextInt(7_200));
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> post(BANK, share());
      case 3 -> post(BANK, fund());
      case 4 -> post(random.nextBoolean() ? GOODS : fund(), BANK);
      case 5 -> hold();
      case 6 -> settle();
      case 7 -> correct();
      default -> {
        post(share(), BANK);
        if (books.lastNumber() > 5_000 && books.closings().isEmpty()) {
          books.close(TimePointSec.of(now.minusSeconds(86_400)), now);
        }
      }
    }
  }

  private void post(LedgerKey debit, LedgerKey credit) {
    DirectTransfer transfer = new DirectTransfer(
        id(), debit, credit, amount(), TimePointSec.of(now), basis(), TransferId.NONE);
    if (booked(transfer)) {
      direct.add(transfer);
    }
  }

  private void hold() {
    PendingTransfer transfer = new PendingTransfer(
        id(),
        share(),
        BANK,
        amount(),
        TimePointSec.of(now),
        basis(),
        TimePointSec.of(now.plusSeconds(1L + random.nextInt(20_000))));
    if (booked(transfer)) {
      held.add(transfer.id());
    }
  }

  private void settle() {
    if (!held.isEmpty()) {
      TransferId pending = held.remove(random.nextInt(held.size()));
      TimePointSec at = TimePointSec.of(now);
      booked(
          random.nextBoolean()
              ? new PostPending(id(), pending, amount(), at, basis())
              : new VoidPending(id(), pending, at, basis()));
    }
  }

  private void correct() {
    if (!direct.isEmpty()) {
      DirectTransfer original = direct.get(random.nextInt(direct.size()));
      booked(new DirectTransfer(
          id(),
          /* debit= */ original.credit(),
          /* credit= */ original.debit(),
          new Asset(1 + random.nextLong(original.amount().amount()), RUB),
          TimePointSec.of(now),
          basis(),
          original.id()));
    }
  }

  private boolean booked(Transfer transfer) {
    try {
      books.book(transfer, now);
      return true;
    } catch (GovernanceException refusal) {
      return false; // the ledger refuses what it must; the seed decides what comes next
    }
  }

  private LedgerKey share() {
    return new LedgerKey(
        AccountNumber.parse("80.2"),
        2L + random.nextInt(3),
        Name.of("member" + (char) ('a' + random.nextInt(20)) + ".zarya"));
  }

  private LedgerKey fund() {
    return LedgerKey.of(new AccountNumber(86, 2 + random.nextInt(4)));
  }

  private Asset amount() {
    return new Asset(1L + random.nextInt(1_000_000), RUB);
  }

  private TransferId id() {
    return new TransferId(7, next++);
  }

  private Basis basis() {
    return new Basis(
        Checksum256.sha256(Long.toString(next).getBytes(StandardCharsets.UTF_8)),
        Name.of("exchange"),
        0);
  }
}
