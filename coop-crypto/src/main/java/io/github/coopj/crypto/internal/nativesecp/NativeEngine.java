package io.github.coopj.crypto.internal.nativesecp;

import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.internal.SignatureEngine;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * K1 recovery by the native libsecp256k1 through the JNI library of ACINQ; everything else by another engine.
 *
 * <p>Signing stays with the other engine: the native one offers neither the recovery id nor the extra entropy that the
 * ecosystem's signatures need.
 */
public final class NativeEngine implements SignatureEngine {
  private static final String LIBRARY = "fr.acinq.secp256k1.Secp256k1";

  private final SignatureEngine other;

  /** {@code (signature of 64 bytes, digest, recovery id) -> point of 65 bytes}, bound to the library's instance. */
  private final MethodHandle ecdsaRecover;

  private NativeEngine(SignatureEngine other, MethodHandle ecdsaRecover) {
    this.other = other;
    this.ecdsaRecover = ecdsaRecover;
  }

  /**
   * Loads the library and tries it.
   *
   * @param loader where to look for its classes
   * @param other the engine for all but K1 recovery; also what the trial is held against
   * @return the engine
   * @throws ReflectiveOperationException when the library is not there, does not load on this machine or fails the trial
   */
  public static NativeEngine load(ClassLoader loader, SignatureEngine other)
      throws ReflectiveOperationException {
    try {
      Class<?> library = Class.forName(LIBRARY, true, loader);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Object instance =
          lookup.findStatic(library, "get", MethodType.methodType(library)).invoke();
      MethodHandle recover = lookup
          .findVirtual(
              library,
              "ecdsaRecover",
              MethodType.methodType(byte[].class, byte[].class, byte[].class, int.class))
          .bindTo(instance);
      NativeEngine engine = new NativeEngine(other, recover);
      engine.tryOut();
      return engine;
    } catch (ReflectiveOperationException e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException(LIBRARY + " does not load: " + e, e);
    }
  }

  private void tryOut() throws ReflectiveOperationException {
    byte[] secret = new byte[32];
    byte[] digest = new byte[32];
    for (byte i = 1; i <= 4; i++) {
      secret[31] = i;
      digest[0] = i;
      byte[] compact = other.sign(KeyType.K1, secret, digest, 1);
      byte[] point = recover(KeyType.K1, compact, digest);
      if (point == null || !Arrays.equals(point, other.publicPoint(KeyType.K1, secret))) {
        throw new ReflectiveOperationException(
            LIBRARY + " recovers another key than " + other.name());
      }
    }
  }

  @Override
  public String name() {
    return "secp256k1";
  }

  @Override
  public boolean isSecret(KeyType type, byte[] secret) {
    return other.isSecret(type, secret);
  }

  @Override
  public boolean isPoint(KeyType type, byte[] point) {
    return other.isPoint(type, point);
  }

  @Override
  public byte[] publicPoint(KeyType type, byte[] secret) {
    return other.publicPoint(type, secret);
  }

  @Override
  public byte[] sign(KeyType type, byte[] secret, byte[] digest, int attempt) {
    return other.sign(type, secret, digest, attempt);
  }

  @Override
  public byte @Nullable [] recover(KeyType type, byte[] compact, byte[] digest) {
    if (type != KeyType.K1) {
      return other.recover(type, compact, digest);
    }
    byte[] numbers = Arrays.copyOfRange(compact, 1, compact.length);
    byte[] whole;
    try {
      whole = (byte[]) ecdsaRecover.invokeExact(numbers, digest, (compact[0] - 27) & 3);
    } catch (RuntimeException e) {
      return null; // how the library says that there is no key
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("native recovery failed", e);
    }
    byte[] point = Arrays.copyOf(whole, 33);
    point[0] = (byte) (2 + (whole[64] & 1));
    return point;
  }

  @Override
  public byte @Nullable [] agree(KeyType type, byte[] secret, byte[] point) {
    return other.agree(type, secret, point);
  }
}
