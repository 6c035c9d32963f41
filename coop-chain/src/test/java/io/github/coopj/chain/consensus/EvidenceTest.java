package io.github.coopj.chain.consensus;

import static io.github.coopj.chain.consensus.Forks.A;
import static io.github.coopj.chain.consensus.Forks.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-02")
class EvidenceTest {
  private final Forks forks = new Forks();
  private final ForkedChain here = forks.chain();
  private final ForkedChain there = forks.chain();
  private final BlockTimestamp slot = forks.slot(A, 0, 0);
  private Evidence evidence = caught();

  private Evidence caught() {
    Forks.make(here, slot);
    Forks.give(here, Forks.make(there, slot, forks.put(1, forks.slot(B, 0, 0))));
    return here.evidence().get(0);
  }

  @BeforeEach
  void readAgain() {
    Evidence read = Evidence.CODEC.decode(Evidence.CODEC.encode(evidence));
    assertThat(read).isEqualTo(evidence);
    evidence = read;
  }

  @Test
  void verify_holds_underTheScheduleOfThatTime() {
    ProducerSchedule schedule = here.head().activeSchedule();

    assertThat(evidence.verify()).isTrue();
    assertThat(evidence.verify(schedule)).isTrue();
    ProducerSchedule others = new ProducerSchedule(
        2,
        Stream.of(A, B)
            .map(name ->
                ProducerSchedule.Producer.of(name, TestChain.key("other").publicKey()))
            .toList());
    assertThat(evidence.verify(others)).isFalse();
    assertThat(evidence.verify(new ProducerSchedule(
            1, List.of(schedule.producers().get(1), schedule.producers().get(0)))))
        .as("the slot of another producer")
        .isFalse();
  }

  @Test
  void verify_fails_whenAnythingTheSignaturesCoverIsChanged() {
    Evidence.Signed second = evidence.second();
    assertThat(with(new Evidence.Signed(
                second.header(), Checksum256.ZERO, second.scheduleHash(), second.signature()))
            .verify())
        .isFalse();
    assertThat(with(new Evidence.Signed(
                second.header(), second.blockroot(), Checksum256.ZERO, second.signature()))
            .verify())
        .isFalse();
    assertThat(with(new Evidence.Signed(
                second.header(),
                second.blockroot(),
                second.scheduleHash(),
                evidence.first().signature()))
            .verify())
        .isFalse();
    ProducerSchedule.Producer framed =
        ProducerSchedule.Producer.of(A, TestChain.key("nobody").publicKey());
    assertThat(new Evidence(framed, evidence.first(), second).verify()).isFalse();
  }

  @Test
  void evidence_isRefused_ofOneBlock_orOfAnotherProducer_orInAnotherOrder() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Evidence(evidence.accused(), evidence.first(), evidence.first()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Evidence(evidence.accused(), evidence.second(), evidence.first()))
        .withMessageContaining("in the order of their ids");
    ProducerSchedule.Producer other =
        ProducerSchedule.Producer.of(B, TestChain.key(B).publicKey());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Evidence(other, evidence.first(), evidence.second()))
        .withMessageContaining("of producer " + B);
  }

  private Evidence with(Evidence.Signed second) {
    return new Evidence(evidence.accused(), evidence.first(), second);
  }
}
