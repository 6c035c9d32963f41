package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.coopj.Bytes;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.ExtendedAsset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.WaitWeight;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Seeded values go round; seeded garbage ends in AbiException and in nothing else. */
class AbiGarbageTest {
  private static final int ROUNDS = 25;

  enum Kind {
    FIRST,
    SECOND
  }

  sealed interface Shape permits Dot, Line {}

  record Dot(@AbiType("varint32") int at) implements Shape {}

  record Line(List<Dot> dots) implements Shape {}

  record Everything(
      boolean flag,
      byte i8,
      @AbiType("uint16") int u16,
      @AbiType("uint32") long u32,
      long i64,
      @AbiType("uint128") BigInteger u128,
      @AbiType("varuint32") long vu,
      String text,
      Bytes bytes,
      Name name,
      Asset asset,
      ExtendedAsset extended,
      Symbol symbol,
      SymbolCode code,
      PublicKey key,
      Signature signature,
      Checksum160 c160,
      Checksum256 c256,
      Checksum512 c512,
      TimePoint time,
      TimePointSec seconds,
      BlockTimestamp slot,
      PermissionLevel level,
      Authority authority,
      Optional<Kind> kind,
      List<Shape> shapes,
      List<Everything> nested,
      @AbiExtension Optional<String> later) {
    /** Where another follows, an extension cannot be told from what follows. */
    Everything present() {
      return later.isPresent()
          ? this
          : new Everything(
              flag,
              i8,
              u16,
              u32,
              i64,
              u128,
              vu,
              text,
              bytes,
              name,
              asset,
              extended,
              symbol,
              code,
              key,
              signature,
              c160,
              c256,
              c512,
              time,
              seconds,
              slot,
              level,
              authority,
              kind,
              shapes,
              nested,
              Optional.of("here"));
    }
  }

  static final Abi ABI = new AbiBuilder()
      .action(Name.of("everything"), Everything.class)
      .actionResult(Name.of("everything"), Shape.class)
      .build();

  private static final PrivateKey K1 = PrivateKey.fromSeed(KeyType.K1, "garbage");
  private static final PrivateKey R1 = PrivateKey.fromSeed(KeyType.R1, "garbage");
  private static final PublicKey WA =
      PublicKey.ofWebAuthn(R1.publicKey().toPoint(), 1, "coop.example");
  private static final List<PublicKey> KEYS = List.of(K1.publicKey(), R1.publicKey(), WA);
  private static final List<Signature> SIGNATURES = List.of(
      K1.sign(Checksum256.ZERO),
      R1.sign(Checksum256.ZERO),
      Signature.ofWebAuthn(
          R1.sign(Checksum256.ZERO).toCompact(), new byte[37], new byte[] {'{', '}'}));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private static String text(Random random) {
    String alphabet = "abc пай \uD83D\uDC4D\"\\\u0000";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      int at = random.nextInt(alphabet.length());
      if (!Character.isSurrogate(alphabet.charAt(at))) {
        text.append(alphabet.charAt(at));
      } else {
        text.append("\uD83D\uDC4D");
      }
    }
    return text.toString();
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static <T> List<T> list(Random random, int max, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  private static Authority authority(Random random) {
    return new Authority(
        1 + random.nextInt(9),
        list(random, 2, () -> new KeyWeight(KEYS.get(random.nextInt(3)), random.nextInt(65536))),
        list(
            random,
            2,
            () -> new PermissionLevelWeight(
                PermissionLevel.active(new Name(random.nextLong())), random.nextInt(65536))),
        list(random, 2, () -> new WaitWeight(random.nextLong(1L << 32), random.nextInt(65536))));
  }

  static Everything everything(Random random, int depth) {
    Symbol symbol = Symbol.of(random.nextInt(19), "AXON");
    Asset asset = new Asset(random.nextLong(Asset.MAX_AMOUNT), symbol);
    return new Everything(
        random.nextBoolean(),
        (byte) random.nextInt(),
        random.nextInt(65536),
        random.nextLong(1L << 32),
        random.nextLong(),
        new BigInteger(128, random),
        random.nextLong(1L << 32),
        text(random),
        Bytes.of(bytes(random, random.nextInt(200))),
        new Name(random.nextLong()),
        asset,
        new ExtendedAsset(asset.negate(), new Name(random.nextLong())),
        symbol,
        symbol.code(),
        KEYS.get(random.nextInt(3)),
        SIGNATURES.get(random.nextInt(3)),
        Checksum160.of(bytes(random, 20)),
        Checksum256.of(bytes(random, 32)),
        Checksum512.of(bytes(random, 64)),
        new TimePoint(random.nextLong(1L << 50) / 1000 * 1000),
        new TimePointSec(random.nextLong(1L << 32)),
        new BlockTimestamp(random.nextLong(1L << 32)),
        PermissionLevel.active(new Name(random.nextLong())),
        authority(random),
        random.nextBoolean() ? Optional.of(Kind.SECOND) : Optional.empty(),
        list(
            random,
            3,
            () -> random.nextBoolean()
                ? new Dot(random.nextInt())
                : new Line(list(random, 3, () -> new Dot(random.nextInt())))),
        depth == 0
            ? List.of()
            : list(random, 2, () -> everything(random, depth - 1).present()),
        random.nextBoolean() ? Optional.of(text(random)) : Optional.empty());
  }

  static byte[] mutate(byte[] valid, Random random) {
    byte[] mutated = valid.clone();
    switch (random.nextInt(4)) {
      case 0 ->
        mutated = Bytes.of(valid).slice(0, random.nextInt(valid.length + 1)).toArray();
      case 1 -> {
        for (int i = random.nextInt(4); i >= 0 && mutated.length > 0; i--) {
          mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
      }
      case 2 -> {
        for (int i = random.nextInt(3); i >= 0 && mutated.length > 0; i--) {
          mutated[random.nextInt(mutated.length)] = (byte) 0xFF;
        }
      }
      default -> mutated = bytes(random, random.nextInt(300));
    }
    return mutated;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void recordCodec_givesBackWhatItWrote_andTheAbiSaysTheSame(long seed) {
    Random random = new Random(seed);
    Codec<Everything> codec = RecordCodec.of(Everything.class);
    AbiCodec byAbi = AbiCodec.of(ABI);
    for (int i = 0; i < ROUNDS; i++) {
      Everything value = everything(random, 1);
      byte[] bytes = codec.encode(value);
      assertThat(codec.decode(bytes)).isEqualTo(value);
      for (JsonForm form : JsonForm.values()) {
        JsonNode json = byAbi.decodeAction(Name.of("everything"), bytes, form);
        assertThat(Bytes.of(byAbi.encodeAction(Name.of("everything"), json)))
            .isEqualTo(Bytes.of(bytes));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void decode_endsInAbiException_forMutatedBytes(long seed) {
    Random random = new Random(seed);
    Codec<Everything> codec = RecordCodec.of(Everything.class);
    AbiCodec byAbi = AbiCodec.of(ABI);
    byte[] abi = ABI.toBinary();
    for (int i = 0; i < ROUNDS * 10; i++) {
      byte[] garbage = mutate(codec.encode(everything(random, 1)), random);
      onlyAbiException(() -> codec.decode(garbage));
      onlyAbiException(() -> byAbi.decode("everything", garbage));
      onlyAbiException(() -> byAbi.decode("everything[]", garbage, JsonForm.NODEOS));
      byte[] garbledAbi = mutate(abi, random);
      onlyAbiException(() -> AbiCodec.of(Abi.fromBinary(garbledAbi)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void decode_endsInAbiException_forRandomBytesOfEveryType(long seed) {
    Random random = new Random(seed);
    AbiCodec codec = AbiCodec.of(ABI);
    List<String> types = types();
    for (int i = 0; i < ROUNDS * 20; i++) {
      String type = types.get(random.nextInt(types.size()));
      byte[] garbage = bytes(random, random.nextInt(80));
      if (garbage.length > 0 && random.nextBoolean()) {
        garbage[0] = (byte) random.nextInt(4);
      }
      JsonForm form = random.nextBoolean() ? JsonForm.ABIEOS : JsonForm.NODEOS;
      onlyAbiException(() -> codec.decode(type, garbage, form));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void encode_endsInAbiException_forRandomJsonOfEveryType(long seed) {
    Random random = new Random(seed);
    AbiCodec codec = AbiCodec.of(ABI);
    List<String> types = types();
    for (int i = 0; i < ROUNDS * 20; i++) {
      String type = types.get(random.nextInt(types.size()));
      JsonNode json = json(random, 3);
      onlyAbiException(() -> codec.encode(type, json));
      onlyAbiException(() -> Abi.fromJson(abi(random)));
    }
  }

  static List<String> types() {
    List<String> types = new ArrayList<>(JsonScalars.all().keySet());
    types.add("bitset");
    int plain = types.size();
    for (int i = 0; i < plain; i++) {
      types.add(types.get(i) + "[]");
      types.add(types.get(i) + "?");
    }
    types.addAll(List.of("shape", "dot", "line", "authority", "everything"));
    return types;
  }

  private static JsonNode json(Random random, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    String[] texts = {
      "", "-", "1", "-1", "99999999999999999999", "1.0000 AXON", "4,AXON", "eosio", "00ff", "zz",
          "2020-01-01T00:00:00",
      "2020-13-41T00:00:00", "EOS6", "PUB_K1_1", "PUB_WA_", "SIG_K1_", "SIG_WA_1", "NaN", "1e5",
          "\uD800", "shape", "dot"
    };
    return switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.booleanNode(random.nextBoolean());
      case 2 -> nodes.numberNode(random.nextInt());
      case 3 -> nodes.numberNode(new BigInteger(140, random));
      case 4 ->
        random.nextBoolean()
            ? nodes.numberNode(random.nextDouble())
            : nodes.numberNode(BigInteger.TEN.pow(random.nextInt(500)));
      case 5, 6 -> nodes.stringNode(texts[random.nextInt(texts.length)]);
      case 7 -> {
        ArrayNode array = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(json(random, depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = nodes.objectNode();
        String[] members = {
          "at", "dots", "quantity", "contract", "threshold", "keys", "accounts", "waits", "flag"
        };
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(members[random.nextInt(members.length)], json(random, depth - 1));
        }
        yield object;
      }
    };
  }

  private static JsonNode abi(Random random) {
    ObjectNode abi = (ObjectNode) ABI.toJson();
    List<String> sections = new ArrayList<>(abi.propertyNames());
    abi.set(sections.get(random.nextInt(sections.size())), json(random, 3));
    return abi;
  }

  static void onlyAbiException(Supplier<Object> call) {
    try {
      assertThat(call.get()).isNotNull();
    } catch (AbiException e) {
      assertThat(e.getMessage()).startsWith(e.reason().name());
      assertThat(e.path()).isNotNull();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail("escaped: " + e, e);
    }
  }
}
