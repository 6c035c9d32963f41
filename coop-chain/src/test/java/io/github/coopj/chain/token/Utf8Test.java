package io.github.coopj.chain.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void fits_agreesWithTheBytes_random7() {
    Random random = new Random(7);
    String[] letters = {"a", "м", "€", "𝄞", "\u07ff", "\u0800", "\u0000"};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.append(letters[random.nextInt(letters.length)]);
      }
      int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
      for (int limit = Math.max(0, bytes - 2); limit <= bytes + 2; limit++) {
        assertThat(Utf8.fits(text.toString(), limit))
            .as("%s in %d", text, limit)
            .isEqualTo(bytes <= limit);
      }
    }
  }
}
