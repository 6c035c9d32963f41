package io.github.coopj.chain.system;

import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.chain.system.RentTables.RentDebt;
import io.github.coopj.chain.system.RentTables.RentOrder;
import io.github.coopj.chain.system.RentTables.RentState;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import java.util.Iterator;
import java.util.Optional;

/** Binds the rent of resources to its tables and to the limits of accounts. */
final class Renting {
  /** Orders that are ended by the way, so that no single action has to end many. */
  static final int ENDED_AT_ONCE = 2;

  private static final long KEY = 0;

  private final Context context;
  private final Table<RentState> states;
  private final Table<RentOrder> orders;
  private final Table<RentDebt> debts;

  Renting(Context context) {
    this.context = context;
    Name scope = context.receiver();
    this.states = context.table(RentTables.RENT, scope, RentState.class, state -> KEY);
    this.orders = context.table(RentTables.ORDERS, scope, RentOrder.class, RentOrder::id);
    this.debts = context.table(
        RentTables.DEBTS, scope, RentDebt.class, debt -> debt.owner().value());
  }

  boolean isOpen() {
    return states.contains(KEY);
  }

  void setTerms(RentTerms terms) {
    Optional<RentState> before = states.find(KEY);
    states.put(
        context.receiver(),
        before
            .map(state -> new RentState(terms, state.rented(), state.orders()))
            .orElse(new RentState(terms, RentShare.NONE, 0)));
  }

  /** A new account may use what is rented for it, and nothing before. */
  void limit(Name account) {
    context.privileged().setResourceLimits(account, new AccountLimits(0, 0, 0));
  }

  /** Rents resources with a payment, for the period of the terms or for good. */
  void rent(Name payer, Name receiver, long days, Asset payment, boolean forGood) {
    endDue(ENDED_AT_ONCE);
    Optional<RentState> open = states.find(KEY);
    context.check(open.isPresent(), "no terms of rent have been set");
    RentState state = open.orElseThrow();
    RentTerms terms = state.terms();
    context.check(days == terms.days(), "rent lasts as many days as the terms say");
    context.check(payment.symbol().equals(Symbol.AXON), "rent is paid in the system token");
    context.check(payment.amount() >= terms.minimumFee(), "the payment is below the smallest one");
    context.check(context.isAccount(receiver), "the receiver's account does not exist");
    Emission emission = new Emission(context);
    long supply = emission.require().supply();

    long debt = debts.find(receiver.value()).map(RentDebt::ramBytes).orElse(0L);
    context.check(payment.amount() > debt, "the payment must be more than the debt for RAM");
    RentShare share = RentShare.of(payment.amount() - debt).plusRam(debt);
    RentShare rented = state.rented().plus(share).plusRam(-debt);
    context.check(
        rented.netWeight() <= supply && rented.cpuWeight() <= supply,
        "there is no NET or CPU left to rent");
    context.check(rented.ramBytes() <= terms.ramCapacity(), "there is no RAM left to rent");

    raise(receiver, share, debt);
    if (debt > 0) {
      debts.remove(receiver.value());
    }
    if (!forGood) {
      orders.insert(
          context.receiver(), RentOrder.of(state.orders() + 1, receiver, terms.end(now()), share));
    }
    states.update(new RentState(terms, rented, state.orders() + 1));
    SystemToken.takeFee(context, payer, payment.amount());
    emission.pay(payment.amount());
  }

  /** Ends orders whose time has come, the earliest first. */
  void endDue(int most) {
    for (int i = 0; i < most; i++) {
      Iterator<RentOrder> earliest = orders.iterator();
      if (!earliest.hasNext()) {
        return;
      }
      RentOrder order = earliest.next();
      if (order.ends().compareTo(now()) > 0) {
        return;
      }
      end(order);
      orders.remove(order.id());
    }
  }

  private void raise(Name receiver, RentShare share, long debt) {
    AccountLimits limits = context.privileged().resourceLimits(receiver);
    context.check(isLimited(limits), "the account has no limits and needs no rent");
    RamRent ram = new RamRent(limits.ramBytes(), debt).begin(share.ramBytes());
    context
        .privileged()
        .setResourceLimits(
            receiver,
            new AccountLimits(
                ram.limit(),
                Math.addExact(limits.netWeight(), share.netWeight()),
                Math.addExact(limits.cpuWeight(), share.cpuWeight())));
  }

  private void end(RentOrder order) {
    Name owner = order.owner();
    AccountLimits limits = context.privileged().resourceLimits(owner);
    Optional<RentDebt> owed = debts.find(owner.value());
    long debtBefore = owed.map(RentDebt::ramBytes).orElse(0L);
    long debt = debtBefore;
    if (isLimited(limits)) {
      RamRent ram = new RamRent(limits.ramBytes(), debtBefore)
          .end(order.share().ramBytes(), context.privileged().ramUsage(owner));
      debt = ram.debt();
      context
          .privileged()
          .setResourceLimits(
              owner,
              new AccountLimits(
                  ram.limit(),
                  Math.max(0, limits.netWeight() - order.share().netWeight()),
                  Math.max(0, limits.cpuWeight() - order.share().cpuWeight())));
    }
    if (debt > 0) {
      debts.put(
          context.receiver(),
          new RentDebt(owner, debt, owed.map(RentDebt::due).orElse(order.ends())));
    } else if (owed.isPresent()) {
      debts.remove(owner.value());
    }
    long change = debt - debtBefore;
    states
        .find(KEY)
        .ifPresent(state -> states.update(new RentState(
            state.terms(), state.rented().minus(order.share()).plusRam(change), state.orders())));
  }

  private static boolean isLimited(AccountLimits limits) {
    return limits.ramBytes() >= 0 && limits.netWeight() >= 0 && limits.cpuWeight() >= 0;
  }

  private TimePointSec now() {
    return TimePointSec.of(context.currentTime());
  }
}
