package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ChainConfiguration;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.contract.AccountLimits;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls that only contracts of privileged accounts may make. */
final class PrivilegedCalls implements Context.Privileged {
  private static final long NO_CHANGE = -1;

  private final TransactionContext transaction;
  private final ChainState state;

  PrivilegedCalls(TransactionContext transaction) {
    this.transaction = transaction;
    this.state = transaction.state();
  }

  @Override
  public void setPrivileged(Name account, boolean privileged) {
    transaction.meter().operation();
    state.accounts.put(account, state.accounts.of(account).account().withPrivileged(privileged));
  }

  @Override
  public long proposeProducers(List<Context.ProducerKey> producers) {
    transaction.meter().operation();
    List<ProducerSchedule.Producer> proposed = new ArrayList<>();
    for (Context.ProducerKey producer : producers) {
      proposed.add(
          ProducerSchedule.Producer.of(producer.producerName(), producer.blockSigningKey()));
    }
    return propose(proposed);
  }

  @Override
  public long proposeSchedule(List<ProducerSchedule.Producer> producers) {
    transaction.meter().operation();
    if (!transaction.isActive(ProtocolFeature.WTMSIG_BLOCK_SIGNATURES)) {
      throw new ChainException(
          ChainError.UNACCESSIBLE_API,
          "producers with authorities are not known before the feature WTMSIG_BLOCK_SIGNATURES");
    }
    return propose(producers);
  }

  private long propose(List<ProducerSchedule.Producer> producers) {
    BlockInfo block = transaction.block();
    ProducerSchedule latest = block.latestSchedule();
    ProducerSchedule schedule = validSchedule(latest.version() + 1, producers);
    for (ProducerSchedule.Producer producer : schedule.producers()) {
      if (!state.accounts.exists(producer.producerName())) {
        throw new ChainException(
            ChainError.WASM_EXECUTION_ERROR,
            "producer schedule includes a nonexisting account " + producer.producerName());
      }
    }
    ChainState.Global global = state.global();
    Optional<ProposedSchedule> waiting = global.proposed();
    boolean blocked = waiting.isPresent()
        && (waiting.get().block() != block.number()
            || waiting.get().schedule().producers().equals(producers));
    if (blocked || producers.equals(latest.producers())) {
      return NO_CHANGE;
    }
    state.setGlobal(new ChainState.Global(
        global.globalSequence(), Optional.of(new ProposedSchedule(block.number(), schedule))));
    return schedule.version();
  }

  /** A schedule under which the chain can go on. */
  private static ProducerSchedule validSchedule(
      long version, List<ProducerSchedule.Producer> producers) {
    try {
      ProducerSchedule schedule = new ProducerSchedule(version, producers);
      schedule.producers().forEach(ProducerSchedule.Producer::requireValid);
      return schedule;
    } catch (InvalidValueException e) {
      throw new ChainException(
          ChainError.WASM_EXECUTION_ERROR, "producer schedule is refused: " + e.getMessage(), e);
    }
  }

  @Override
  public AccountLimits resourceLimits(Name account) {
    transaction.meter().operation();
    return transaction.resources().limits(account);
  }

  @Override
  public void setResourceLimits(Name account, AccountLimits limits) {
    transaction.meter().operation();
    if (transaction.resources().setLimits(account, limits)) {
      transaction.checkRam(account);
    }
  }

  @Override
  public long ramUsage(Name account) {
    transaction.meter().operation();
    return transaction.resources().usage(account).ramBytes();
  }

  @Override
  public ChainConfiguration parameters() {
    transaction.meter().operation();
    return state.configuration();
  }

  @Override
  public void setParameters(ChainConfiguration parameters) {
    transaction.meter().operation();
    state.configuration.set(parameters);
  }

  @Override
  public void activateFeature(Checksum256 feature) {
    transaction.meter().operation();
    transaction.requestFeature(feature);
  }
}
