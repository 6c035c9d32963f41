package io.github.coopj.chain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
  private final Notes notes = new Notes();

  private static List<String> numbers(int from, int to) {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      numbers.add("note " + i);
    }
    return numbers;
  }

  @Test
  void all_areKept_upTo100() {
    assertThat(notes.all()).isEmpty();
    numbers(1, 100).forEach(notes::add);
    assertThat(notes.all()).isEqualTo(numbers(1, 100));
  }

  @Test
  void firstAndLatest_areKept_ofMore() {
    numbers(1, 101).forEach(notes::add);
    assertThat(notes.all()).hasSize(101).startsWith("note 1").contains("1 more between, not kept");
    numbers(102, 100_000).forEach(notes::add);
    List<String> expected = numbers(1, 50);
    expected.add("99900 more between, not kept");
    expected.addAll(numbers(99_951, 100_000));
    assertThat(notes.all()).isEqualTo(expected);
  }
}
