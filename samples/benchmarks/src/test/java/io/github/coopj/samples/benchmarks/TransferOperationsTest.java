package io.github.coopj.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferOperationsTest {
  @Test
  void value_isTheTransferOfTheFile_inBothCases() {
    assertThat(TransferOperations.of(Memo.ASCII).value())
        .isEqualTo(new Transfer(
            Name.of("anna.zarya"),
            Name.of("zarya"),
            Asset.parse("1250.0000 RUB"),
            "share contribution, January 2026"));
    assertThat(TransferOperations.of(Memo.CYRILLIC).value().memo())
        .isEqualTo("паевой взнос за январь 2026 года");
  }

  @ParameterizedTest
  @EnumSource
  void encoding_givesTheBytesOfTheFile_onEveryWay(Memo memo) {
    TransferOperations operations = TransferOperations.of(memo);
    assertThat(operations.encodeRecord()).isEqualTo(operations.bytes());
    assertThat(operations.encodeTree()).isEqualTo(operations.bytes());
    assertThat(operations.encodeText()).isEqualTo(operations.bytes());
  }

  @ParameterizedTest
  @EnumSource
  void decoding_givesTheTransferBack_onEveryWay(Memo memo) {
    TransferOperations operations = TransferOperations.of(memo);
    assertThat(operations.decodeRecord()).isEqualTo(operations.value());
    assertThat(operations.decodeTree()).isEqualTo(operations.tree());
    assertThat(operations.decodeText()).isEqualTo(operations.text());
  }

  @ParameterizedTest
  @EnumSource
  void benchmark_measures_theOperationItIsNamedAfter(Memo memo) {
    TransferBenchmark benchmark = new TransferBenchmark();
    benchmark.memo = memo;
    benchmark.prepare();
    TransferOperations operations = TransferOperations.of(memo);
    assertThat(benchmark.recordEncode()).isEqualTo(operations.bytes());
    assertThat(benchmark.treeEncode()).isEqualTo(operations.bytes());
    assertThat(benchmark.textEncode()).isEqualTo(operations.bytes());
    assertThat(benchmark.recordDecode()).isEqualTo(operations.value());
    assertThat(benchmark.treeDecode()).isEqualTo(operations.tree());
    assertThat(benchmark.textDecode()).isEqualTo(operations.text());
  }
}
