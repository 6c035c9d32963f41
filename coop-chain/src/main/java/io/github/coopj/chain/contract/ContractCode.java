package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Abi;
import io.github.coopj.crypto.Checksum256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Which code a contract in Java is: the class, the version its author gave it, and a digest of its ABI and the
 * classes it is made of (CHAIN-09). These are the bytes that {@code setcode} carries, and their SHA-256 is the code hash on chain.
 *
 * <p>The digest follows from what the classes do, not from how they were compiled: the same source gives the same digest on
 * every supported JDK, and another body of any method another one. Which classes count is told in {@link #classesOf}.
 *
 * @param contract binary name of the class
 * @param version version, 1 or more
 * @param digest digest of ABI and classes
 */
public record ContractCode(String contract, int version, Checksum256 digest) {
  private static final String KIND = "java";

  /** Checks the parts. */
  public ContractCode {
    if (contract.isEmpty() || contract.indexOf(':') >= 0) {
      throw new InvalidValueException("a class has a name without colons, got '" + contract + "'");
    }
    if (version < 1) {
      throw new InvalidValueException("versions of code begin with 1, got " + version);
    }
  }

  /**
   * The code of a contract that is loaded in this process.
   *
   * @param contract class of the contract
   * @param version version its author gives it, 1 or more
   * @param abi its ABI
   * @return the code
   * @throws IllegalStateException if a class file that belongs to it cannot be read
   */
  public static ContractCode of(Class<?> contract, int version, Abi abi) {
    CanonicalWriter out = new CanonicalWriter();
    out.raw(CodeDigest.of(contract).toBytes());
    out.raw(abi.toBinary());
    return new ContractCode(contract.getName(), version, Checksum256.sha256(out.toByteArray()));
  }

  /**
   * Classes whose code is covered by the digest: the contract with its nested classes, and whatever these use, directly or
   * not, out of the contract's package, the packages below it and the rules of {@code io.github.coopj.governance}. Not
   * covered is what the contract runs on: the JDK, libraries, the chain itself, names, assets and keys.
   *
   * @param contract class of the contract
   * @return binary names in their order
   * @throws IllegalStateException if a class file that belongs to it cannot be read
   */
  public static List<String> classesOf(Class<?> contract) {
    return CodeDigest.classesOf(contract);
  }

  /**
   * Reads what {@code setcode} carried.
   *
   * @param code code of an account
   * @return the code, or nothing if it is not that of a contract in Java
   */
  public static Optional<ContractCode> parse(Bytes code) {
    String[] parts = new String(code.toArray(), StandardCharsets.UTF_8).split(":", -1);
    if (parts.length != 4 || !parts[0].equals(KIND)) {
      return Optional.empty();
    }
    try {
      ContractCode parsed =
          new ContractCode(parts[1], Integer.parseInt(parts[2]), Checksum256.ofHex(parts[3]));
      return parsed.pack().equals(code) ? Optional.of(parsed) : Optional.empty();
    } catch (NumberFormatException | InvalidValueException e) {
      return Optional.empty();
    }
  }

  /**
   * The bytes that {@code setcode} carries.
   *
   * @return {@code java:class:version:digest}
   */
  public Bytes pack() {
    return Bytes.ofUtf8(KIND + ":" + contract + ":" + version + ":" + digest);
  }

  /**
   * Hash of the code as the chain shows it.
   *
   * @return SHA-256 over {@link #pack}
   */
  public Checksum256 hash() {
    return Checksum256.sha256(pack());
  }
}
