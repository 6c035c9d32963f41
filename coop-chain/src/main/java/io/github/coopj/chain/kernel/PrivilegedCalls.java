package io.github.coopj.chain.kernel;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import java.util.List;
import java.util.Optional;

/** The calls that only contracts of privileged accounts may make. */
final class PrivilegedCalls implements Context.Privileged {
  private final ChainState state;
  private final long block;
  private final ProducerSchedule latest;

  PrivilegedCalls(ChainState state, long block, ProducerSchedule latest) {
    this.state = state;
    this.block = block;
    this.latest = latest;
  }

  @Override
  public void setPrivileged(Name account, boolean privileged) {
    AccountObject object = state.accounts.get(account);
    if (object == null) {
      throw new ChainException(ChainError.ACCOUNT_QUERY, "account " + account + " does not exist");
    }
    state.accounts.put(account, object.withPrivileged(privileged));
  }

  @Override
  public long proposeProducers(List<Context.ProducerKey> producers) {
    ChainState.Global global = state.global();
    List<ProducerSchedule.Producer> proposed = producers.stream()
        .map(producer ->
            ProducerSchedule.Producer.of(producer.producerName(), producer.blockSigningKey()))
        .toList();
    for (ProducerSchedule.Producer producer : proposed) {
      if (!state.accounts.containsKey(producer.producerName())) {
        throw new ChainException(
            ChainError.ACCOUNT_QUERY, "account " + producer.producerName() + " does not exist");
      }
    }
    if (global.proposed().isPresent() || proposed.equals(latest.producers())) {
      return -1;
    }
    ProducerSchedule schedule = new ProducerSchedule(latest.version() + 1, proposed);
    state.setGlobal(new ChainState.Global(
        global.globalSequence(), Optional.of(new ProposedSchedule(block, schedule))));
    return schedule.version();
  }
}
