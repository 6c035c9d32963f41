package io.github.coopj.samples.benchmarks;

import fr.acinq.secp256k1.Secp256k1;
import io.github.coopj.crypto.PublicKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * K1 recovery by the native engine, and the call of its library without coopJ.
 *
 * <p>Where the library does not load, both fail at once and the table says that they were not measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Dcoopj.signatureEngine=secp256k1")
public class NativeBenchmark {
  private final Secp256k1 library = Secp256k1.get();
  private final SignedDigests signed = new SignedDigests();

  @Benchmark
  public PublicKey recover() {
    int i = signed.next();
    return signed.signatures[i].recover(signed.digests[i]);
  }

  /** The point comes uncompressed: what coopJ does after the call is not done here. */
  @Benchmark
  public byte[] recoverDirectly() {
    int i = signed.next();
    return library.ecdsaRecover(signed.numbers[i], signed.plainDigests[i], signed.recoveryIds[i]);
  }
}
