package io.github.coopj;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidValueExceptionTest {
  @Test
  void message_namesTheAttributes_whenTheyAreMissing() {
    assertThat(new InvalidValueException("name", "weight"))
        .hasMessage("mandatory attributes are missing: name, weight");
  }

  @Test
  void message_isTheRule_whenThereIsOne() {
    IllegalStateException cause = new IllegalStateException("below");
    assertThat(new InvalidValueException("rule and value")).hasMessage("rule and value");
    assertThat(new InvalidValueException("rule and value", cause))
        .hasMessage("rule and value")
        .hasCause(cause);
  }
}
