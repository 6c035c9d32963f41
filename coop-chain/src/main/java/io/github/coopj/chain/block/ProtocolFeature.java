package io.github.coopj.chain.block;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.transaction.Extension;
import io.github.coopj.crypto.Checksum256;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes of the protocol that the node knows. A chain activates them by their digests, in header extension 0 of the block
 * from which they hold; coopJ chains of their own begin with those of {@link #FIRST}.
 */
@SuppressWarnings("ImmutableEnumChecker") // digests and copied lists never change
public enum ProtocolFeature {
  /** Contracts may ask for features; the first one, activated by a producer. */
  PREACTIVATE_FEATURE(0, "64fe7df32e9b86be2b296b3f81dfd527f84e82b98e363bc97e40bc7a83733310"),
  /** Actions are linked to permissions of the account itself only. */
  ONLY_LINK_TO_EXISTING_PERMISSION(
      1, "f3c3d91c4603cde2397268bfed4e662465293aab10cd9416db0d442b8cec2949"),
  /** Deferred transactions are replaced correctly. */
  REPLACE_DEFERRED(2, "9908b3f8413c8474ab2a6be149d3f4f6d0421d37886033f27d4759c47a26d944"),
  /** Deferred transactions have ids of their own; so do the transactions of onblock. */
  NO_DUPLICATE_DEFERRED_ID(
      3, "45967387ee92da70171efd9fefd1ca8061b5efe6f124d269cd2468b47f1575a0", REPLACE_DEFERRED),
  /** Actions of other contracts named like those that change permissions can be linked. */
  FIX_LINKAUTH_RESTRICTION(4, "a98241c83511dc86c857221b9372b4aa7cea3aaebc567a48604e1d3db3557050"),
  /** A schedule has at least one producer. */
  DISALLOW_EMPTY_PRODUCER_SCHEDULE(
      5, "2853617cec3eabd41881eb48882e6fc5e81a0db917d375057864b3befbe29acd"),
  /** A contract needs its own permission to send actions to itself. */
  RESTRICT_ACTION_TO_SELF(6, "e71b6712188391994c78d8c722c1d42c477cf091e5601b5cf1befd05721a57f3"),
  /** NET and CPU are billed to the first who authorises. */
  ONLY_BILL_FIRST_AUTHORIZER(7, "2f1f13e291c79da5a2bbad259ed7c1f2d34f697ea460b14b565ac33b063b73e2"),
  /** The system contract sees setcode. */
  FORWARD_SETCODE(8, "898082c59f921d0042e581f00a59d5ceb8be6f1d9c7a45b6f07c0e26eaee0222"),
  /** A contract may ask who sent an inline action. */
  GET_SENDER(9, "1eab748b95a2e6f4d7cb42065bdee5566af8efddf01a55a0a8d831b823f8828a"),
  /** A contract may use RAM of those who authorised, summed up over the action, and never when it was only notified. */
  RAM_RESTRICTIONS(10, "1812fdb5096fd854a4958eb9d53b43219d114de0e858ce00255bd46569ad2c68"),
  /** Keys of WebAuthn authenticators. */
  WEBAUTHN_KEY(11, "927fdf78c51e77a899f2db938249fb1f8bb38f4e43d9c1f75b190492080cbc34"),
  /** Producers sign blocks with weighted authorities; schedules stand in header extension 1. */
  WTMSIG_BLOCK_SIGNATURES(12, "ab76031cad7a457f4fd5f5fca97a3f03b8a635278e0416f77dcc91eb99a48e10"),
  /** Actions return values, which their digests cover. */
  ACTION_RETURN_VALUE(13, "69b064c5178e2738e144ed6caa9349a3995370d78db29e494b3126ebd9111966"),
  /** Contracts read and set the limits of the chain one by one. */
  BLOCKCHAIN_PARAMETERS(16, "70787548dcea1a2c52c913a37f74ce99e6caae79110d7ca7b859936a0075b314"),
  /** A contract may ask for the code of an account. */
  GET_CODE_HASH(17, "d2596697fed14a0840013647b99045022ae6a885089f35a7e78da7a43ad76ed4"),
  /** Limits of WebAssembly contracts can be set. */
  CONFIGURABLE_WASM_LIMITS2(18, "8139e99247b87f18ef7eae99f07f00ea3adf39ed53f4d2da3f44e6aa0bfd7c62"),
  /** More cryptographic functions for contracts. */
  CRYPTO_PRIMITIVES(19, "68d6405cb8df3de95bd834ebb408196578500a9f818ff62ccc68f60b932f7d82"),
  /** A contract may ask for the number of the block. */
  GET_BLOCK_NUM(20, "e5d7992006e628a38c5e6c28dd55ff5e57ea682079bf41fef9b3cced0f46b491"),
  /** BLS12-381 for contracts. */
  BLS_PRIMITIVES2(21, "c0cce5bcd8ea19a28d9e12eafda65ebe6d0e0177e280d4f20c7ad66dcd9e011b"),
  /** No new deferred or delayed transactions. */
  DISABLE_DEFERRED_TRXS_STAGE_1(
      22, "440c3efaaab212c387ce967c574dc813851cf8332d041beb418dfaf55facd5a9"),
  /** Deferred transactions that still wait are dropped. */
  DISABLE_DEFERRED_TRXS_STAGE_2(
      23,
      "a857eeb932774c511a40efb30346ec01bfb7796916b54c3c69fe7e5fb70d5cba",
      DISABLE_DEFERRED_TRXS_STAGE_1);

  /**
   * What chains of coopJ's own begin with. It never grows, or chains that were begun before would change: a feature that
   * comes later is activated by a block.
   */
  public static final Set<ProtocolFeature> FIRST = Collections.unmodifiableSet(
      EnumSet.range(PREACTIVATE_FEATURE, DISABLE_DEFERRED_TRXS_STAGE_2));

  /** Type number of the header extension that activates features. */
  public static final int ACTIVATION_EXTENSION = 0;

  private static final Codec<Checksum256> CHECKSUM = RecordCodec.of(Checksum256.class);
  private static final Map<Checksum256, ProtocolFeature> BY_DIGEST = new TreeMap<>();

  static {
    for (ProtocolFeature feature : values()) {
      BY_DIGEST.put(feature.digest, feature);
    }
  }

  private final int codename;
  private final Checksum256 descriptionDigest;
  private final List<ProtocolFeature> dependencies;
  private final Checksum256 digest;

  ProtocolFeature(int codename, String descriptionDigest, ProtocolFeature... dependencies) {
    this.codename = codename;
    this.descriptionDigest = Checksum256.ofHex(descriptionDigest);
    this.dependencies = List.of(dependencies);
    this.digest = Checksum256.sha256(pack());
  }

  /**
   * Number of the feature among those built into the node.
   *
   * @return 0 or more
   */
  public int codename() {
    return codename;
  }

  /**
   * SHA-256 of the node's text about the feature.
   *
   * @return the digest
   */
  public Checksum256 descriptionDigest() {
    return descriptionDigest;
  }

  /**
   * Features that must be active before.
   *
   * @return in the node's order
   */
  public List<ProtocolFeature> dependencies() {
    return dependencies;
  }

  /**
   * Whether only a contract may have it activated, and no producer by itself.
   *
   * @return true for all but the feature by which contracts can do so
   */
  public boolean requiresPreactivation() {
    return this != PREACTIVATE_FEATURE;
  }

  /**
   * By what chains name the feature: SHA-256 over its byte form.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return digest;
  }

  /**
   * Byte form of the node: kind, description digest, digests of dependencies, codename.
   *
   * @return packed feature
   */
  public byte[] pack() {
    AbiWriter out = new AbiWriter();
    out.writeU32(0);
    out.writeChecksum256(descriptionDigest);
    out.writeVarUint32(dependencies.size());
    for (ProtocolFeature dependency : dependencies) {
      out.writeChecksum256(dependency.digest);
    }
    out.writeU32(codename);
    return out.toByteArray();
  }

  /**
   * Finds a feature.
   *
   * @param digest its digest
   * @return the feature, if it is known
   */
  public static Optional<ProtocolFeature> find(Checksum256 digest) {
    return Optional.ofNullable(BY_DIGEST.get(digest));
  }

  /**
   * Features that a header activates.
   *
   * @param header header of a block
   * @return digests in their order, none without the extension
   * @throws io.github.coopj.core.abi.AbiException if the extension is no list of digests
   */
  public static List<Checksum256> activatedBy(BlockHeader header) {
    for (Extension extension : header.headerExtensions()) {
      if (extension.type() == ACTIVATION_EXTENSION) {
        AbiReader in = new AbiReader(extension.data());
        List<Checksum256> digests = in.readList(CHECKSUM);
        in.requireEnd();
        return digests;
      }
    }
    return List.of();
  }

  /**
   * Header extension that activates features.
   *
   * @param digests digests in their order
   * @return the extension
   */
  public static Extension activation(List<Checksum256> digests) {
    AbiWriter out = new AbiWriter();
    out.writeList(digests, CHECKSUM);
    return new Extension(ACTIVATION_EXTENSION, Bytes.of(out.toByteArray()));
  }
}
