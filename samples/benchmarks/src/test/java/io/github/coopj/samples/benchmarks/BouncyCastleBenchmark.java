package io.github.coopj.samples.benchmarks;

import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** K1 recovery and signing by the engine that is always there, and the same recovery without coopJ. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Dcoopj.signatureEngine=bouncycastle")
public class BouncyCastleBenchmark {
  private final SignedDigests signed = new SignedDigests();

  @Benchmark
  public PublicKey recover() {
    int i = signed.next();
    return signed.signatures[i].recover(signed.digests[i]);
  }

  @Benchmark
  public byte[] recoverDirectly() {
    int i = signed.next();
    return DirectBouncyCastle.recover(signed.compacts[i], signed.plainDigests[i]);
  }

  @Benchmark
  public Signature sign() {
    int i = signed.next();
    return signed.keys[i].sign(signed.digests[i]);
  }
}
