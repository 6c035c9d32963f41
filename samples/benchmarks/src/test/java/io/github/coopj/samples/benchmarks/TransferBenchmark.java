package io.github.coopj.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;

/** A transfer to bytes and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TransferBenchmark {
  /** Which transfer. */
  @Param
  public Memo memo = Memo.ASCII;

  private TransferOperations operations = TransferOperations.of(Memo.ASCII);

  /** Takes the transfer asked for. */
  @Setup
  public void prepare() {
    operations = TransferOperations.of(memo);
  }

  @Benchmark
  public byte[] recordEncode() {
    return operations.encodeRecord();
  }

  @Benchmark
  public Transfer recordDecode() {
    return operations.decodeRecord();
  }

  @Benchmark
  public byte[] treeEncode() {
    return operations.encodeTree();
  }

  @Benchmark
  public JsonNode treeDecode() {
    return operations.decodeTree();
  }

  @Benchmark
  public byte[] textEncode() {
    return operations.encodeText();
  }

  @Benchmark
  public String textDecode() {
    return operations.decodeText();
  }
}
