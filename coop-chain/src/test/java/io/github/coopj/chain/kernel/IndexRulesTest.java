package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.IndexStore;
import io.github.coopj.chain.contract.IndexType;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SecondaryIndex;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.Abi;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secondary indexes: their order, who pays for them, and that they follow the rows. */
class IndexRulesTest {
  private static final Name THINGS = Name.of("things");
  private static final SecondaryIndex<Probe.Thing, Name> BY_OWNER =
      SecondaryIndex.name(Probe.Thing::owner);
  private static final SecondaryIndex<Probe.Thing, Long> BY_AMOUNT =
      SecondaryIndex.i64(Probe.Thing::amount);

  private final Probe probe = new Probe();
  private final TestChain chain = TestChain.with(probe);
  private long number;

  @Test
  void rows_areFound_byEachOfTheirIndexes() {
    Name alice = TestChain.ALICE;
    Name bob = TestChain.BOB;
    run(context -> {
      Table<Probe.Thing> things = things(context);
      things.insert(Probe.PROBE, new Probe.Thing(1, bob, 30));
      things.insert(Probe.PROBE, new Probe.Thing(2, alice, -1));
      things.insert(Probe.PROBE, new Probe.Thing(3, bob, 10));
      things.update(new Probe.Thing(1, bob, 20));
    });
    run(context -> {
      Table<Probe.Thing> things = things(context);
      assertThat(ids(things.by(BY_OWNER).from(Name.EMPTY))).containsExactly(2L, 1L, 3L);
      assertThat(ids(things.by(BY_OWNER).above(alice))).containsExactly(1L, 3L);
      assertThat(ids(things.by(BY_OWNER).from(bob))).containsExactly(1L, 3L);
      assertThat(ids(things.by(BY_OWNER).above(bob))).isEmpty();
      assertThat(ids(things.by(BY_OWNER).descending())).containsExactly(3L, 1L, 2L);
      // numbers are without sign
      assertThat(ids(things.by(BY_AMOUNT).from(0L))).containsExactly(3L, 1L, 2L);
      assertThat(things.by(BY_AMOUNT).find(20L)).map(Probe.Thing::id).contains(1L);
      assertThat(things.by(BY_AMOUNT).find(30L)).isEmpty();
      assertThat(things.upperBound(1)).map(Probe.Thing::id).contains(2L);
      assertThat(things.lowerBound(4)).isEmpty();
      assertThat(things.previous(3)).map(Probe.Thing::id).contains(2L);
      things.remove(1);
      assertThat(ids(things.by(BY_OWNER).from(bob))).containsExactly(3L);
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> things.by(SecondaryIndex.i64(Probe.Thing::id)));
    });
  }

  @Test
  void entries_areBilledByTheirKind_andTheirTableToo() {
    long before = ram();
    run(context -> context
        .rows(THINGS, Probe.PROBE)
        .index(0, IndexType.I256)
        .insert(Probe.PROBE, 1, Bytes.of(new byte[32])));
    assertThat(ram() - before).isEqualTo(112 + 160);
    run(context -> context
        .rows(THINGS, Probe.PROBE)
        .index(1, IndexType.I128)
        .insert(Probe.PROBE, 1, Bytes.of(new byte[16])));
    assertThat(ram() - before).isEqualTo(112 + 160 + 112 + 144);
    chain.refused(
        ChainError.UNAUTHORIZED_RAM_USAGE,
        () -> runUnprivileged(context -> context
            .rows(THINGS, Probe.PROBE)
            .index(1, IndexType.I128)
            .insert(TestChain.BOB, 2, Bytes.of(new byte[16]))));
    run(context -> {
      context.rows(THINGS, Probe.PROBE).index(0, IndexType.I256).remove(1);
      context.rows(THINGS, Probe.PROBE).index(1, IndexType.I128).remove(1);
    });
    assertThat(ram()).isEqualTo(before);
  }

  @Test
  void entries_areRefused_twiceMissingForeignOrOfTheWrongSize() {
    Bytes key = Bytes.of(new byte[8]);
    run(context -> index(context).insert(Probe.PROBE, 1, key));
    refused(ChainError.CONTRACT_TABLE_QUERY, context -> index(context).insert(Probe.PROBE, 1, key));
    refused(ChainError.CONTRACT_TABLE_QUERY, context -> index(context).remove(2));
    refused(ChainError.CONTRACT_TABLE_QUERY, context -> index(context).update(Name.EMPTY, 2, key));
    refused(
        ChainError.TABLE_ACCESS_VIOLATION,
        context -> context
            .rows(TestChain.LEDGER, THINGS, Probe.PROBE)
            .index(0, IndexType.I64)
            .insert(Probe.PROBE, 1, key));
    refused(ChainError.INVALID_TABLE_PAYER, context -> index(context).insert(Name.EMPTY, 3, key));
    refused(
        ChainError.ASSERT_MESSAGE,
        context -> index(context).insert(Probe.PROBE, 4, Bytes.of(new byte[7])));
    refused(
        ChainError.ASSERT_MESSAGE,
        context -> context.rows(THINGS, Probe.PROBE).index(16, IndexType.I64));
  }

  /** Against a sorted list: every bound, and both ways through the index. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void entries_areInTheOrderOfKeysAndRows(long seed) {
    Random random = new Random(seed);
    List<IndexStore.Entry> model = new ArrayList<>();
    for (long primary = 0; primary < 40; primary++) {
      byte[] key = new byte[16];
      key[random.nextInt(16)] = (byte) random.nextInt();
      model.add(new IndexStore.Entry(Bytes.of(key), primary == 39 ? -1 : primary));
    }
    run(context -> {
      IndexStore store = context.rows(THINGS, Probe.PROBE).index(2, IndexType.I128);
      model.forEach(each -> store.insert(Probe.PROBE, each.primary(), each.key()));
    });
    model.sort(Comparator.comparing((IndexStore.Entry each) -> number(each.key()))
        .thenComparing(IndexStore.Entry::primary, Long::compareUnsigned));
    run(context -> {
      IndexStore store = context.rows(THINGS, Probe.PROBE).index(2, IndexType.I128);
      assertThat(store.last()).isEqualTo(model.get(39));
      for (int i = 0; i < 40; i++) {
        IndexStore.Entry entry = model.get(i);
        assertThat(store.next(entry)).isEqualTo(i == 39 ? null : model.get(i + 1));
        assertThat(store.previous(entry)).isEqualTo(i == 0 ? null : model.get(i - 1));
        assertThat(store.find(entry.primary())).isEqualTo(entry.key());
        assertThat(store.lowerBound(entry.key()))
            .isEqualTo(model.stream()
                .filter(each -> each.key().equals(entry.key()))
                .findFirst()
                .orElseThrow());
        assertThat(store.upperBound(entry.key()))
            .isEqualTo(model.stream()
                .filter(each -> number(each.key()).compareTo(number(entry.key())) > 0)
                .findFirst()
                .orElse(null));
      }
    });
  }

  @Test
  void floats_areOrderedAsNumbers_withEqualZerosAndWithoutNaN() {
    double[] numbers = {
      Double.NEGATIVE_INFINITY,
      -Double.MAX_VALUE,
      -1.5,
      -Double.MIN_VALUE,
      0.0,
      Double.MIN_VALUE,
      1.5,
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY
    };
    for (int i = 1; i < numbers.length; i++) {
      assertThat(f64(numbers[i - 1])).as("%s", numbers[i]).isLessThan(f64(numbers[i]));
    }
    assertThat(f64(-0.0)).isEqualTo(f64(0.0));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> f64(Double.NaN));
    // of 128 bits: sign, 15 bits of exponent, 112 of fraction, little-endian
    assertThat(f128("ff", "ff")).isLessThan(f128("bf", "ff"));
    assertThat(f128("bf", "ff")).isLessThan(f128("00", "00"));
    assertThat(f128("80", "00")).isEqualTo(f128("00", "00"));
    assertThat(f128("00", "00")).isLessThan(f128("3f", "ff"));
    assertThat(f128("3f", "ff")).isLessThan(f128("7f", "ff"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> IndexType.F128.ordered(Bytes.ofHex("01" + "00".repeat(13) + "ff7f")));
  }

  @Test
  void abi_namesTheIndexes() {
    Abi.Table table = probe.abi().tables().get(0);
    assertThat(table.keyNames()).containsExactly("byowner", "byhash");
    assertThat(table.keyTypes()).containsExactly("i64", "i256");
  }

  @Test
  void keys_ofAllKinds_becomeBytes() {
    Checksum256 hash = Checksum256.sha256(new byte[1]);
    run(context -> {
      Table<Probe.Thing> things = context
          .table(Name.of("kinds"), Probe.PROBE, Probe.Thing.class, Probe.Thing::id)
          .with(
              SecondaryIndex.i128(thing -> BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)))
          .with(SecondaryIndex.i256(thing -> hash))
          .with(SecondaryIndex.f64(thing -> Double.doubleToLongBits(1.5)))
          .with(SecondaryIndex.f128(thing -> Bytes.of(new byte[16])));
      things.insert(Probe.PROBE, new Probe.Thing(1, Name.EMPTY, 0));
      assertThat(context
              .rows(Name.of("kinds"), Probe.PROBE)
              .index(0, IndexType.I128)
              .find(1))
          .isEqualTo(Bytes.ofHex("ff".repeat(16)));
      assertThat(context
              .rows(Name.of("kinds"), Probe.PROBE)
              .index(1, IndexType.I256)
              .find(1))
          .isEqualTo(Bytes.of(hash.toBytes()));
      assertThat(context
              .rows(Name.of("kinds"), Probe.PROBE)
              .index(2, IndexType.F64)
              .find(1))
          .isEqualTo(Bytes.ofHex("000000000000f83f"));
    });
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> IndexType.I128.ordered(Bytes.EMPTY));
  }

  private static Bytes f64(double number) {
    long bits = Double.doubleToRawLongBits(number);
    byte[] little = new byte[8];
    for (int i = 0; i < 8; i++) {
      little[i] = (byte) (bits >>> (8 * i));
    }
    return IndexType.F64.ordered(Bytes.of(little));
  }

  private static Bytes f128(String first, String second) {
    return IndexType.F128.ordered(Bytes.ofHex("00".repeat(14) + second + first));
  }

  private static BigInteger number(Bytes littleEndian) {
    byte[] bytes = littleEndian.toArray();
    BigInteger number = BigInteger.ZERO;
    for (int i = bytes.length - 1; i >= 0; i--) {
      number = number.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xff));
    }
    return number;
  }

  private static Table<Probe.Thing> things(Context context) {
    return context
        .table(THINGS, Probe.PROBE, Probe.Thing.class, Probe.Thing::id)
        .with(BY_OWNER)
        .with(BY_AMOUNT);
  }

  private static IndexStore index(Context context) {
    return context.rows(THINGS, Probe.PROBE).index(0, IndexType.I64);
  }

  private static List<Long> ids(Iterable<Probe.Thing> things) {
    List<Long> ids = new ArrayList<>();
    things.forEach(each -> ids.add(each.id()));
    return ids;
  }

  private long ram() {
    return chain.kernel().resources().usage(Probe.PROBE).ramBytes();
  }

  private void run(Consumer<Context> body) {
    probe.does(body);
    chain.push(JavaContract.action(
        Probe.PROBE, new Probe.Run(number++), PermissionLevel.active(Probe.PROBE)));
  }

  private void refused(ChainError error, Consumer<Context> body) {
    chain.refused(error, () -> run(body));
  }

  /** By way of a notified contract that is not privileged: the probe loses its privilege for the moment. */
  private void runUnprivileged(Consumer<Context> body) {
    run(context -> {
      context.privileged().setPrivileged(Probe.PROBE, false);
      body.accept(context);
    });
  }
}
