package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree against the JDK's sorted map. */
class SortedTreeTest {
  /** Eight keys share a prefix; negative keys come first. */
  private static final KeyOrder<Integer> ORDER = new KeyOrder<>() {
    @Override
    public long prefix(Integer key) {
      return (key >> 3) + (1L << 40);
    }

    @Override
    public int compare(Integer left, Integer right) {
      return left.compareTo(right);
    }
  };

  private final SortedTree<Integer, String> tree = new SortedTree<>(ORDER);
  private final NavigableMap<Integer, String> model = new TreeMap<>();

  private void put(int key, String value) {
    assertThat(tree.put(key, ORDER.prefix(key), value)).isEqualTo(model.put(key, value));
  }

  private void remove(int key) {
    assertThat(tree.remove(key, ORDER.prefix(key))).isEqualTo(model.remove(key));
  }

  private static List<Map.Entry<Integer, String>> drain(Iterator<Map.Entry<Integer, String>> walk) {
    List<Map.Entry<Integer, String>> all = new ArrayList<>();
    walk.forEachRemaining(all::add);
    return all;
  }

  private void assertLikeModel() {
    assertThat(tree.size()).isEqualTo(model.size());
    assertThat(drain(tree.from(null))).isEqualTo(entries(model));
    assertThat(tree.first()).isEqualTo(model.firstEntry());
    assertThat(tree.last()).isEqualTo(model.lastEntry());
  }

  private static List<Map.Entry<Integer, String>> entries(Map<Integer, String> map) {
    return map.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue())).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tree_doesWhatTheModelDoes_growingAndShrinking(long seed) {
    Random random = new Random(seed);
    int range = 20 + random.nextInt(4000);
    for (int step = 0; step < 30_000; step++) {
      int key = random.nextInt(range);
      boolean shrinking = step / 5_000 % 2 == 1;
      if (random.nextInt(100) < (shrinking ? 70 : 25)) {
        remove(key);
      } else {
        put(key, "v" + step);
      }
      assertThat(tree.get(key, ORDER.prefix(key))).isEqualTo(model.get(key));
      assertThat(tree.ceiling(key)).isEqualTo(model.ceilingEntry(key));
      assertThat(tree.lower(key)).isEqualTo(model.lowerEntry(key));
      if (step % 1_000 == 0) {
        assertLikeModel();
        assertThat(drain(tree.from(key))).isEqualTo(entries(model.tailMap(key, true)));
      }
    }
    assertLikeModel();
  }

  @ParameterizedTest(name = "{0} entries, step {1}")
  @CsvSource({
    "0, 1",
    "1, 1",
    "32, 1",
    "33, 1",
    "33, -1",
    "1056, 1",
    "1057, -1",
    "40000, 1",
    "40000, -1"
  })
  void tree_holdsRisingAndFallingKeys_andGivesThemUpFromEitherEnd(int count, int step) {
    for (int i = 0; i < count; i++) {
      put(i * step, "v" + i);
    }
    assertLikeModel();
    for (int i = 0; i < count / 2; i++) {
      remove(i * step);
    }
    assertLikeModel();
    while (!model.isEmpty()) {
      remove(model.lastKey());
    }
    assertLikeModel();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void versions_staySafe_fromWhateverComesLater(long seed) {
    Random random = new Random(seed);
    List<SortedTree.Frozen<Integer, String>> versions = new ArrayList<>();
    List<NavigableMap<Integer, String>> models = new ArrayList<>();
    for (int block = 0; block < 60; block++) {
      for (int i = 0; i < 200; i++) {
        int key = random.nextInt(1_500);
        if (random.nextBoolean()) {
          put(key, "b" + block + "i" + i);
        } else {
          remove(key);
        }
      }
      if (block % 7 == 6) {
        int back = random.nextInt(versions.size());
        tree.reset(versions.get(back));
        model.clear();
        model.putAll(models.get(back));
        assertLikeModel();
      }
      versions.add(tree.freeze());
      models.add(new TreeMap<>(model));
    }
    for (int i = 0; i < versions.size(); i++) {
      int key = random.nextInt(1_500);
      assertThat(versions.get(i).size()).isEqualTo(models.get(i).size());
      assertThat(versions.get(i).get(key)).isEqualTo(models.get(i).get(key));
      assertThat(drain(versions.get(i).from(null))).isEqualTo(entries(models.get(i)));
      assertThat(drain(versions.get(i).from(key)))
          .isEqualTo(entries(models.get(i).tailMap(key, true)));
    }
  }

  @Test
  void walk_ends_andSaysSo() {
    put(1, "one");
    Iterator<Map.Entry<Integer, String>> walk = tree.from(1);
    assertThat(walk.next()).isEqualTo(Map.entry(1, "one"));
    assertThat(walk.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(walk::next);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void undo_bringsBackEveryMark(long seed) {
    Random random = new Random(seed);
    UndoLog log = new UndoLog();
    UndoMap<Integer, String> map = new UndoMap<>(log, ORDER, 10);
    List<Integer> marks = new ArrayList<>();
    List<NavigableMap<Integer, String>> models = new ArrayList<>();
    NavigableMap<Integer, String> now = new TreeMap<>();
    for (int step = 0; step < 3_000; step++) {
      int key = random.nextInt(300);
      int dice = random.nextInt(20);
      if (dice == 0) {
        marks.add(log.mark());
        models.add(new TreeMap<>(now));
      } else if (dice == 1 && !marks.isEmpty()) {
        int back = random.nextInt(marks.size());
        log.rollbackTo(marks.get(back));
        now = new TreeMap<>(models.get(back));
        marks.subList(back, marks.size()).clear();
        models.subList(back, models.size()).clear();
        assertThat(drain(map.from(null))).isEqualTo(entries(now));
      } else if (dice < 8) {
        assertThat(map.remove(key)).isEqualTo(now.remove(key));
      } else {
        @Nullable String before = map.put(key, "s" + step);
        assertThat(before).isEqualTo(now.put(key, "s" + step));
      }
    }
    assertThat(drain(map.from(null))).isEqualTo(entries(now));
  }
}
