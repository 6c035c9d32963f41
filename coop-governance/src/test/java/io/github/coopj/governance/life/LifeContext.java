package io.github.coopj.governance.life;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.meeting.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** What all parts of a life share: chance, time, the charter, the model and the traces left behind. */
final class LifeContext {
  final Random random;
  final Charter charter =
      Fixtures.platform("\"council.term\": \"P50Y\"", "\"minutes.signDays\": 5");
  final LifeModel model;
  private final Map<LifeEvent, Integer> events = new EnumMap<>(LifeEvent.class);
  private Instant now = Fixtures.NOW;
  private Checksum256 digest = Checksum256.ZERO;

  LifeContext(long seed, LifeModel model) {
    this.random = new Random(seed);
    this.model = model;
  }

  Instant now() {
    return now;
  }

  long seconds() {
    return now.getEpochSecond();
  }

  void pass(int maxHours) {
    now = now.plus(Duration.ofHours(random.nextInt(maxHours + 1)));
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  void happened(LifeEvent event) {
    events.merge(event, 1, Integer::sum);
  }

  Map<LifeEvent, Integer> events() {
    return events;
  }

  /** Takes a snapshot into the digest of the life. */
  void wrote(Record snapshot) {
    digest = Checksum256.sha256((digest + " " + snapshot).getBytes(StandardCharsets.UTF_8));
  }

  Checksum256 digest() {
    return digest;
  }

  /** Makes a move that must succeed or be refused for exactly that reason. */
  <T> Optional<T> attempt(String what, Optional<Reason> expected, Supplier<T> move) {
    Optional<T> result = Optional.empty();
    Optional<GovernanceException> refused = Optional.empty();
    try {
      result = Optional.of(move.get());
    } catch (GovernanceException refusal) {
      refused = Optional.of(refusal);
    }
    Optional<Reason> reason = refused.map(GovernanceException::reason);
    LifeModel.same(what + " is refused as", reason, expected);
    return result;
  }
}
