package io.github.coopj.crypto.internal;

import io.github.coopj.crypto.internal.bc.BcEngine;
import io.github.coopj.crypto.internal.nativesecp.NativeEngine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the signature engine of this process, once, at first use, and says so in the log.
 *
 * <p>The system property {@value #PROPERTY} is {@code auto} (the default: native where its libraries are on the class
 * path, else Bouncy Castle), {@code bouncycastle} or {@code secp256k1} (native or nothing).
 */
public final class Engines {
  /** Name of the system property. */
  public static final String PROPERTY = "coopj.signatureEngine";

  private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
  private static volatile @Nullable SignatureEngine current;

  private Engines() {}

  /**
   * The engine in use.
   *
   * @return always the same one
   * @throws IllegalStateException when the property asks for an engine that is unknown or not there
   */
  public static SignatureEngine current() {
    SignatureEngine engine = current;
    return engine != null ? engine : chooseOnce();
  }

  private static synchronized SignatureEngine chooseOnce() {
    SignatureEngine engine = current;
    if (engine == null) {
      engine = choose(System.getProperty(PROPERTY, "auto"), loaderOfHost());
      LOG.info("signature engine: {}", engine.name());
      current = engine;
    }
    return engine;
  }

  /**
   * Makes the engine of a name.
   *
   * @param wanted {@code auto}, {@code bouncycastle} or {@code secp256k1}
   * @param loader where to look for native libraries
   * @return the engine
   * @throws IllegalStateException when it is unknown or not there
   */
  static SignatureEngine choose(String wanted, ClassLoader loader) {
    SignatureEngine always = new BcEngine();
    return switch (wanted) {
      case "bouncycastle" -> always;
      case "auto" -> {
        try {
          yield NativeEngine.load(loader, always);
        } catch (ReflectiveOperationException e) {
          LOG.debug("no native signature engine", e);
          yield always;
        }
      }
      case "secp256k1" -> {
        try {
          yield NativeEngine.load(loader, always);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(
              "the native signature engine that " + PROPERTY + " asks for is not there", e);
        }
      }
      default ->
        throw new IllegalStateException(
            PROPERTY + " must be auto, bouncycastle or secp256k1, got '" + wanted + "'");
    };
  }

  private static ClassLoader loaderOfHost() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return Objects.requireNonNullElseGet(ofThread, ClassLoader::getSystemClassLoader);
  }
}
