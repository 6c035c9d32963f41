package io.github.coopj.crypto.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.seal.SealContext;
import io.github.coopj.crypto.seal.SealException;
import io.github.coopj.crypto.seal.SealedData;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecureScalarsTest {
  /** Gives the bytes it was told to give. */
  private static final class Scripted extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Queue<Bytes> script;

    Scripted(List<String> script) {
      this.script = new ArrayDeque<>(script.stream().map(Bytes::ofHex).toList());
    }

    @Override
    public void nextBytes(byte[] bytes) {
      script.remove().copyTo(bytes, 0);
    }
  }

  @Test
  void next_drawsAgain_outsideOneToOrderMinusOne() {
    String order = AffineP256.N.toString(16);
    String last = AffineP256.N.subtract(BigInteger.ONE).toString(16);
    SecureScalars scalars = new SecureScalars(new Scripted(
        List.of("00".repeat(32), order, "ff".repeat(32), last, "00".repeat(31) + "01")));

    assertThat(scalars.next().encode().toHex()).isEqualTo(last);
    assertThat(scalars.next()).isEqualTo(Scalar.ONE);
  }

  @Test
  void next_repeatsNothing_ofTheSystemsChance() {
    SecureScalars scalars = new SecureScalars(new SecureRandom());
    Set<Scalar> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(scalars.next())).isTrue();
    }
  }

  @Test
  void seal_opensForTheReceiver_inItsContextOnly() {
    SecureScalars scalars = new SecureScalars(new SecureRandom());
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "trustee");
    SealContext context = SealContext.of("share", "1", "2");
    Scalar secret = scalars.next();

    SealedData sealed = SealedData.of(scalars.seal(secret, key.publicKey(), context));

    assertThat(Scalar.decode(Bytes.of(sealed.open(key, context)))).isEqualTo(secret);
    assertThatExceptionOfType(SealException.class)
        .isThrownBy(() -> sealed.open(key, SealContext.of("share", "2", "1")));
  }
}
