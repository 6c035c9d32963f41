package io.github.coopj.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.acinq.secp256k1.Secp256k1;
import io.github.coopj.crypto.PublicKey;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedDigestsTest {
  private final SignedDigests signed = new SignedDigests();

  @Test
  void recovery_givesTheKeyThatSigned_throughCoopjAndDirectly() {
    for (int i = 0; i < SignedDigests.COUNT; i++) {
      PublicKey key = signed.keys[i].publicKey();
      assertThat(signed.signatures[i].recover(signed.digests[i])).isEqualTo(key);
      assertThat(DirectBouncyCastle.recover(signed.compacts[i], signed.plainDigests[i]))
          .isEqualTo(key.toPoint());
    }
  }

  @Test
  void recovery_givesTheKeyThatSigned_whereTheNativeLibraryLoads() {
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
    Secp256k1 library = Secp256k1.get();
    for (int i = 0; i < SignedDigests.COUNT; i++) {
      byte[] point =
          library.ecdsaRecover(signed.numbers[i], signed.plainDigests[i], signed.recoveryIds[i]);
      assertThat(point).hasSize(65);
      assertThat(Arrays.copyOfRange(point, 1, 33))
          .isEqualTo(Arrays.copyOfRange(signed.keys[i].publicKey().toPoint(), 1, 33));
    }
  }

  @Test
  void next_goesThroughAllIndices_andBeginsAnew() {
    int[] indices = new int[SignedDigests.COUNT + 1];
    Arrays.setAll(indices, i -> signed.next());
    assertThat(Arrays.copyOf(indices, SignedDigests.COUNT))
        .containsExactlyInAnyOrder(IntStream.range(0, SignedDigests.COUNT).toArray());
    assertThat(indices[SignedDigests.COUNT]).isEqualTo(indices[0]);
  }
}
