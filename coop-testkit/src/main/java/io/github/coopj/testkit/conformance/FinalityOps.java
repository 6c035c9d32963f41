package io.github.coopj.testkit.conformance;

import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.consensus.DposFinality;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PublicKey;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Who produces a slot, and what becomes irreversible block by block. */
final class FinalityOps {
  /** Schedules need keys; these ops never look at them. */
  private static final PublicKey ANY_KEY = PublicKey.ofPoint(KeyType.K1, new byte[33]);

  void addTo(Ops ops) {
    ops.add("dpos.scheduledProducer", this::scheduled);
    ops.add("dpos.sequence", this::sequence);
  }

  private Result scheduled(Case c) {
    c.expect("out", producerAt(schedule(names(c)), c.number("slot")));
    return c.result();
  }

  private Result sequence(Case c) {
    c.about("rule");
    List<Name> producers = names(c);
    ProducerSchedule schedule = schedule(producers);
    List<String> columns = c.texts("columns");
    DposFinality state = DposFinality.GENESIS;
    List<Integer> missing = state.next(2, producers.get(0), 0, producers).confirmationsMissing();
    c.expect("requiredConfirmations", missing.isEmpty() ? 1L : missing.get(0) + 1L);
    long head = 1;
    for (JsonNode step : c.json("steps")) {
      long block = number(columns, step, "blockNum");
      Name producer = Name.of(Case.text("steps.producer", step.path(column(columns, "producer"))));
      String at = " at block " + block;
      c.same("blockNum" + at, block, ++head);
      c.same("producer" + at, producer, producerAt(schedule, number(columns, step, "slot")));
      int confirmed = state.confirmable(producer, head - 1);
      c.same("confirmed" + at, number(columns, step, "confirmed"), confirmed);
      state = state.next(head, producer, confirmed, producers);
      c.same(
          "proposedLib" + at, number(columns, step, "proposedLib"), state.proposedIrreversible());
      c.same("lib" + at, number(columns, step, "lib"), state.irreversible());
      c.same(
          "confirmCountSize" + at,
          number(columns, step, "confirmCountSize"),
          state.confirmationsMissing().size());
    }
    return c.result();
  }

  private static List<Name> names(Case c) {
    return c.texts("producers").stream().map(Name::of).toList();
  }

  private static ProducerSchedule schedule(List<Name> producers) {
    return new ProducerSchedule(
        0,
        producers.stream()
            .map(name -> ProducerSchedule.Producer.of(name, ANY_KEY))
            .toList());
  }

  private static String producerAt(ProducerSchedule schedule, long slot) {
    return schedule.scheduledAt(new BlockTimestamp(slot)).producerName().toString();
  }

  private static long number(List<String> columns, JsonNode step, String column) {
    return Case.number(step.path(column(columns, column)), "steps." + column);
  }

  private static int column(List<String> columns, String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new BadCaseException("no column '" + column + "'");
    }
    return index;
  }
}
