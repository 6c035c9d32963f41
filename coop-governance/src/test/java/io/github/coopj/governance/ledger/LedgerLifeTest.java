package io.github.coopj.governance.ledger;

import static io.github.coopj.governance.ledger.Ledgers.BANK;
import static io.github.coopj.governance.ledger.Ledgers.BASIS;
import static io.github.coopj.governance.ledger.Ledgers.CHART;
import static io.github.coopj.governance.ledger.Ledgers.FUND;
import static io.github.coopj.governance.ledger.Ledgers.OPERATIONS;
import static io.github.coopj.governance.ledger.Ledgers.SETTLEMENTS;
import static io.github.coopj.governance.ledger.Ledgers.SHARES;
import static io.github.coopj.governance.ledger.Ledgers.id;
import static io.github.coopj.governance.ledger.Ledgers.rub;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million operations of a ledger, good and bad, against {@link LedgerModel}. After each: both accept, or both refuse for the
 * same reason; the wallets touched are what the model has, not below their floor; debits are credits, and the levels above the
 * wallets touched have moved as much.
 */
@Tag("FUND-01")
@Tag("FUND-19")
@Tag("FUND-22")
class LedgerLifeTest {
  private static final int LIVES = 50;
  private static final int OPERATIONS_PER_LIFE = 7_000;
  private static final long START = 1_780_000_000L;

  private Books books = new Books(CHART, Ledgers.RUB);
  private LedgerModel model = new LedgerModel();
  private Random random = new Random(0);
  private long now = START;
  private long lastId;
  private final List<LedgerKey> wallets = wallets();
  private final List<Transfer> sent = new ArrayList<>();
  private final Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);
  private long operations;

  private static List<LedgerKey> wallets() {
    List<LedgerKey> wallets = new ArrayList<>(List.of(BANK, FUND, LedgerKey.of(OPERATIONS)));
    for (String member : List.of("anna", "boris", "vera", "gleb", "dina")) {
      for (long programme = 1; programme <= 2; programme++) {
        wallets.add(new LedgerKey(SHARES, programme, Name.of(member)));
        wallets.add(new LedgerKey(SETTLEMENTS, programme, Name.of(member)));
      }
    }
    return wallets;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyPrefix_isInOrder_andTheModelAgrees(long seed) {
    for (int life = 0; life < LIVES; life++) {
      books = new Books(CHART, Ledgers.RUB);
      model = new LedgerModel();
      random = new Random(seed * 1_000 + life);
      now = START;
      lastId = 0;
      sent.clear();
      for (int i = 0; i < OPERATIONS_PER_LIFE; i++) {
        try {
          step();
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed + ", life " + life + ", operation " + i, e);
        }
      }
      assertThat(LedgerAudit.check(books.snapshot()))
          .as("seed %d, life %d", seed, life)
          .isEmpty();
      assertThat(books.closings()).as("seed %d, life %d", seed, life).isNotEmpty();
    }
    assertThat(operations).isGreaterThanOrEqualTo(LIVES * (long) OPERATIONS_PER_LIFE);
    assertThat(refusals.keySet())
        .contains(
            Reason.TRANSFER_ID_TAKEN,
            Reason.LINK_PARTLY_KNOWN,
            Reason.BALANCE_TOO_LOW,
            Reason.NOT_PENDING,
            Reason.PENDING_EXCEEDED,
            Reason.PERIOD_CLOSED,
            Reason.NOT_A_CORRECTION,
            Reason.CORRECTION_EXCEEDED,
            Reason.NO_SUCH_TRANSFER,
            Reason.OUT_OF_ORDER);
    System.out.println("seed " + seed + ": " + operations + " operations, refused " + refusals);
  }

  private void step() {
    operations++;
    if (random.nextInt(4) == 0) {
      now += random.nextInt(40);
      model.passTo(now);
    }
    if (random.nextInt(1_500) == 0) {
      close();
    } else if (random.nextInt(12) == 0) {
      linked();
    } else {
      single(next());
    }
  }

  private void close() {
    long until = now - random.nextInt(100);
    if (until > model.closedUntil) {
      books.close(new TimePointSec(until), Instant.ofEpochSecond(now));
      model.closedUntil = until;
    }
  }

  private void single(Transfer transfer) {
    Optional<Reason> expected = model.book(transfer);
    assertThat(refusal(() -> books.book(transfer, Instant.ofEpochSecond(now))))
        .as("%s", transfer)
        .isEqualTo(expected);
    checkTouched(transfer);
    if (expected.isEmpty()) {
      sent.add(transfer);
    }
  }

  /** Linked transfers that are all good for the model one after the other, or a group that cannot be booked. */
  private void linked() {
    List<Transfer> group = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      group.add(fresh());
    }
    boolean again = !sent.isEmpty() && random.nextInt(6) == 0;
    if (again) {
      group.set(1, sent.get(random.nextInt(sent.size())));
      assertThat(refusal(() -> books.book(group, Instant.ofEpochSecond(now))))
          .contains(Reason.LINK_PARTLY_KNOWN);
      group.forEach(this::checkTouched);
      return;
    }
    List<LedgerKey> touched = new ArrayList<>();
    group.forEach(each -> {
      touched.add(((DirectTransfer) each).debit());
      touched.add(((DirectTransfer) each).credit());
    });
    List<BigInteger> before = touched.stream().map(model::owned).toList();
    Optional<Reason> expected = Optional.empty();
    List<DirectTransfer> booked = new ArrayList<>();
    for (Transfer each : group) {
      if (expected.isEmpty()) {
        expected = model.book(each);
        if (expected.isEmpty()) {
          booked.add((DirectTransfer) each);
        }
      }
    }
    assertThat(refusal(() -> books.book(group, Instant.ofEpochSecond(now)))).isEqualTo(expected);
    if (expected.isPresent()) {
      booked.forEach(model::forget);
      assertThat(touched.stream().map(model::owned).toList()).isEqualTo(before);
    } else {
      sent.addAll(group);
    }
    group.forEach(this::checkTouched);
  }

  private Optional<Reason> refusal(Runnable move) {
    try {
      move.run();
      return Optional.empty();
    } catch (GovernanceException e) {
      refusals.merge(e.reason(), 1, Integer::sum);
      return Optional.of(e.reason());
    }
  }

  private void checkTouched(Transfer transfer) {
    books.find(transfer.id()).ifPresent(record -> {
      for (LedgerKey wallet : List.of(record.debit(), record.credit())) {
        WalletBalance balance = books.balance(wallet);
        ChartAccount account = CHART.require(wallet.account());
        assertThat(BigInteger.valueOf(balance.on(account.side()))).isEqualTo(model.owned(wallet));
        assertThat(account.floor().isEmpty()
                || balance.available(account.side()) >= account.floor().getAsLong())
            .isTrue();
        long members = 0;
        for (LedgerKey each : wallets) {
          if (each.shared().equals(wallet.shared())) {
            members += books.balance(each).on(account.side());
          }
        }
        assertThat(books.balance(LedgerLevel.WALLET, wallet.shared()).on(account.side()))
            .isEqualTo(members);
      }
    });
    long debits = 0;
    long credits = 0;
    for (AccountNumber account :
        List.of(Ledgers.CASH, SETTLEMENTS, SHARES, new AccountNumber(86, 0))) {
      WalletBalance sum = books.balance(LedgerLevel.ACCOUNT, LedgerKey.of(account));
      debits += sum.debits();
      credits += sum.credits();
    }
    assertThat(debits).isEqualTo(credits);
  }

  private Transfer next() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> fresh();
      case 3, 4 ->
        new PendingTransfer(
            newId(),
            wallet(),
            other(),
            amount(),
            at(),
            BASIS,
            new TimePointSec(now + 1 + random.nextInt(90)));
      case 5 -> new PostPending(newId(), anyHeld(), amount(), at(), BASIS);
      case 6 -> new VoidPending(newId(), anyHeld(), at(), BASIS);
      case 7 -> correction();
      case 8 -> sent.isEmpty() ? fresh() : sent.get(random.nextInt(sent.size()));
      default -> sent.isEmpty() || random.nextInt(3) > 0 ? fresh() : otherBody();
    };
  }

  private LedgerKey drawn = BANK;

  private LedgerKey wallet() {
    drawn = random.nextInt(3) == 0 ? BANK : wallets.get(random.nextInt(wallets.size()));
    return drawn;
  }

  /** A wallet other than the one drawn last. */
  private LedgerKey other() {
    LedgerKey other = drawn;
    while (other.equals(drawn)) {
      other = random.nextInt(3) == 0 ? BANK : wallets.get(random.nextInt(wallets.size()));
    }
    return other;
  }

  private DirectTransfer fresh() {
    return new DirectTransfer(newId(), wallet(), other(), amount(), at(), BASIS, TransferId.NONE);
  }

  private DirectTransfer correction() {
    TransferId original = sent.isEmpty()
        ? id(9_999_999)
        : sent.get(Math.max(0, sent.size() - 1 - random.nextInt(60))).id();
    Optional<TransferRecord> record = books.find(original);
    if (random.nextInt(30) == 0) {
      original = id(9_999_999);
    }
    LedgerKey debit = record.map(TransferRecord::credit).orElse(BANK);
    LedgerKey credit = record.map(TransferRecord::debit).orElse(FUND);
    if (random.nextInt(10) == 0) {
      drawn = debit;
      credit = other();
    }
    return new DirectTransfer(newId(), debit, credit, amount(), at(), BASIS, original);
  }

  private Transfer otherBody() {
    DirectTransfer fresh = fresh();
    return new DirectTransfer(
        sent.get(random.nextInt(sent.size())).id(),
        fresh.debit(),
        fresh.credit(),
        rub(5_000 + random.nextInt(100)),
        fresh.at(),
        BASIS,
        TransferId.NONE);
  }

  private TransferId anyHeld() {
    List<TransferId> held = model.held();
    return random.nextInt(5) == 0 || held.isEmpty()
        ? id(lastId == 1 ? 2 : 1 + random.nextInt((int) lastId - 1))
        : held.get(random.nextInt(held.size()));
  }

  private Asset amount() {
    return rub(1 + random.nextInt(random.nextInt(4) == 0 ? 4_000 : 200));
  }

  private TimePointSec at() {
    return new TimePointSec(now - (random.nextInt(3) == 0 ? random.nextInt(60) : 0));
  }

  private TransferId newId() {
    lastId++;
    return id(lastId);
  }
}
