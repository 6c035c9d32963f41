package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.core.name.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map with its cells against the JDK's sorted map. */
class UndoMapTest {
  /** All keys have one hash, and eight share a prefix. */
  private static final KeyOrder<Integer> CROWDED = new KeyOrder<>() {
    @Override
    public long prefix(Integer key) {
      return key >> 3;
    }

    @Override
    public int compare(Integer left, Integer right) {
      return left.compareTo(right);
    }

    @Override
    public long hash(Integer key) {
      return 7;
    }
  };

  private static List<Map.Entry<Integer, String>> entries(UndoMap<Integer, String> map) {
    List<Map.Entry<Integer, String>> all = new ArrayList<>();
    map.from(null).forEachRemaining(all::add);
    return all;
  }

  private static List<Map.Entry<Integer, String>> entries(NavigableMap<Integer, String> map) {
    return map.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList();
  }

  @ParameterizedTest(name = "{0} keys kept {1}")
  @CsvSource({"1, 0", "16, 0", "17, 100", "33, 0", "5000, 0", "5000, 100000"})
  void map_findsEveryKey_ofOneHash(int count, int kept) {
    UndoLog log = new UndoLog();
    UndoMap<Integer, String> map = new UndoMap<>(log, CROWDED, kept);
    for (int key = 0; key < count; key++) {
      assertThat(map.put(key, "v" + key)).isNull();
    }
    for (int key = 0; key < count; key++) {
      assertThat(map.get(key)).isEqualTo("v" + key);
    }
    assertThat(map.get(count)).isNull();
    log.detach();
    assertThat(map.freeze().size()).isEqualTo(count);
    for (int key = 0; key < count; key++) {
      assertThat(map.put(key, "w" + key)).isEqualTo("v" + key);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void map_doesWhatTheModelDoes_throughBlocksAndTransactions(long seed) {
    Random random = new Random(seed);
    UndoLog log = new UndoLog();
    UndoMap<Integer, String> map =
        new UndoMap<>(log, random.nextBoolean() ? CROWDED : KeyOrder.INTS, random.nextInt(400));
    NavigableMap<Integer, String> model = new TreeMap<>();
    List<SortedTree.Frozen<Integer, String>> versions = new ArrayList<>();
    List<NavigableMap<Integer, String>> models = new ArrayList<>();
    for (int block = 0; block < 60; block++) {
      for (int transaction = 0; transaction < 20; transaction++) {
        int mark = log.mark();
        NavigableMap<Integer, String> before = new TreeMap<>(model);
        for (int i = random.nextInt(12); i > 0; i--) {
          change(random, map, model, "b" + block + "t" + transaction + "i" + i);
        }
        if (random.nextInt(3) == 0) {
          log.rollbackTo(mark);
          model = before;
        }
      }
      if (block % 5 == 4) {
        assertThat(entries(map)).isEqualTo(entries(model));
      }
      log.detach();
      versions.add(map.freeze());
      models.add(new TreeMap<>(model));
      if (block % 9 == 8) {
        int back = random.nextInt(versions.size());
        map.reset(versions.get(back));
        model = new TreeMap<>(models.get(back));
      }
    }
    assertThat(entries(map)).isEqualTo(entries(model));
  }

  private static void change(
      Random random,
      UndoMap<Integer, String> map,
      NavigableMap<Integer, String> model,
      String value) {
    int key = random.nextInt(500);
    switch (random.nextInt(5)) {
      case 0 -> assertThat(map.remove(key)).isEqualTo(model.remove(key));
      case 1 -> assertThat(map.get(key)).isEqualTo(model.get(key));
      case 2 -> assertThat(map.ceiling(key)).isEqualTo(model.ceilingEntry(key));
      case 3 -> assertThat(map.lower(key)).isEqualTo(model.lowerEntry(key));
      default -> {
        @Nullable String was = map.put(key, value);
        assertThat(was).isEqualTo(model.put(key, value));
      }
    }
  }

  @Test
  void log_notesAChange_onceAfterEachMark() {
    UndoLog log = new UndoLog();
    UndoMap<Integer, String> map = new UndoMap<>(log, KeyOrder.INTS, 10);
    map.put(1, "a");
    map.put(1, "b");
    int mark = log.mark();
    assertThat(mark).isEqualTo(1);
    map.put(1, "c");
    map.put(1, "d");
    assertThat(log.mark()).isEqualTo(2);
    log.rollbackTo(mark);
    assertThat(map.get(1)).isEqualTo("b");
    map.put(1, "e");
    log.rollbackTo(0);
    assertThat(map.get(1)).isNull();
    assertThat(log.isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0} cells")
  @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 1000})
  void drain_tellsCells_inTheOrderOfTheirKeys(int count) {
    UndoMap<Integer, String> map = new UndoMap<>(new UndoLog(), CROWDED, 10);
    Random random = new Random(count);
    ChangedCells<Integer, String> changed = new ChangedCells<>(CROWDED);
    for (int again = 0; again < 2; again++) {
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int key = random.nextInt() >>> 1;
        expected.add(key);
        changed.add(map.cell(key));
      }
      expected.sort(Comparator.naturalOrder());
      List<Integer> told = new ArrayList<>();
      changed.drain((key, prefix, value) -> told.add(key));
      assertThat(told).isEqualTo(expected);
      assertThat(changed.isEmpty()).isTrue();
    }
  }

  @Test
  void value_isFound_afterAnotherVersionWasTaken() {
    UndoLog log = new UndoLog();
    UndoMap<Name, String> map = new UndoMap<>(log, KeyOrder.NAMES, 10);
    UndoValue<String> value = new UndoValue<>(map);
    SortedTree.Frozen<Name, String> empty = map.freeze();
    value.set("first");
    assertThat(value.get()).isEqualTo("first");
    log.detach();
    map.freeze();
    map.reset(empty);
    assertThat(value.get()).isNull();
    value.set("second");
    assertThat(map.get(ChainState.SINGLE)).isEqualTo("second");
  }
}
