package io.github.coopj.samples.benchmarks.fund;

import io.github.coopj.Bytes;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.chain.token.TokenContract;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.core.transaction.SignedTransaction;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.fund.BooksCheck;
import io.github.coopj.governance.fund.Contribution;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.program.SplitRule;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.TestClock;
import io.github.coopj.testkit.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The full path of a contribution on a chain in memory: a signed transaction, recovery of its key, the contract, the division among
 * share and five funds, seven transfers in the books. Beside it, in turns, signed token transfers by the same path, the rate of the
 * chain itself. Prints both in each round and their ratio; at the end the books are checked.
 *
 * <p>Arguments: transactions a round and rounds; 6000 and 7 unless given.
 */
public final class FundSpeed {
  private static final int PER_BLOCK = 1_000;
  private static final Name MEMBER = Cooperative.FOUNDERS.get(1);

  private final Cooperative coop;
  private long made;

  private FundSpeed(Cooperative coop) {
    this.coop = coop;
  }

  /**
   * Runs the program.
   *
   * @param args transactions a round, rounds
   */
  public static void main(String[] args) {
    int transactions = args.length > 0 ? Integer.parseInt(args[0]) : 6_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    try (Cooperative coop = Cooperative.inMemory(TestClock.at("2026-01-12T09:00:00Z"))) {
      coop.programme(2, new SplitRule(2, 3));
      for (Name founder : Cooperative.FOUNDERS) {
        coop.join(founder, 2);
      }
      coop.chain().fund(MEMBER.toString(), Asset.parse("9000.0000 AXON"));
      new FundSpeed(coop).run(transactions, rounds);
    }
  }

  private void run(int transactions, int rounds) {
    for (int round = 1; round <= rounds; round++) {
      long transfers = rate(transactions, false);
      long contributions = rate(transactions, true);
      System.out.printf(
          Locale.ROOT,
          "round %d: %,d token transfers/s, %,d contributions/s, ratio %d.%02d%n",
          round,
          transfers,
          contributions,
          contributions / transfers,
          contributions * 100 / transfers % 100);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d transfers in the books, %d findings%n",
        coop.books().journal().size(),
        BooksCheck.check(coop.books().ledger()).size());
  }

  private long rate(int transactions, boolean contribute) {
    LocalChain chain = coop.chain().chain();
    long taken = 0;
    for (int done = 0; done < transactions; done += PER_BLOCK) {
      List<SignedTransaction> signed = new ArrayList<>();
      for (int i = 0; i < PER_BLOCK; i++) {
        made++;
        Name signer = contribute ? Cooperative.ACCOUNT : MEMBER;
        signed.add(chain.sign(
            List.of(contribute ? contribution() : transfer()), List.of(TestKeys.of(signer))));
      }
      long began = System.nanoTime();
      chain.pushAll(signed).forEach(LocalChain.Outcome::orElseThrow);
      coop.chain().produceBlock();
      taken += System.nanoTime() - began;
    }
    return transactions * 1_000_000_000L / taken;
  }

  private Action contribution() {
    Name member = Cooperative.FOUNDERS.get((int) (made % Cooperative.FOUNDERS.size()));
    return coop.actions()
        .act(
            CooperativeAccounts.TREASURY,
            new TreasuryContract.Contribute(
                Cooperative.ACCOUNT,
                new Contribution(
                    ContributionKind.PROGRAMME,
                    member,
                    Asset.parse("100.03 RUB"),
                    2,
                    Checksum256.sha256(Bytes.ofUtf8("payment " + made)),
                    TimePointSec.of(coop.now()))),
            Cooperative.ACCOUNT);
  }

  private Action transfer() {
    return coop.actions()
        .act(
            TokenContract.ACCOUNT,
            new TokenContract.Transfer(
                MEMBER, Cooperative.FOUNDERS.get(2), Asset.parse("0.0001 AXON"), "payment " + made),
            MEMBER);
  }
}
