package io.github.coopj.governance.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CharterSchemaTest {
  @Test
  void schema_namesEveryKey_andNoOther() throws IOException {
    JsonNode policy;
    try (InputStream in = Objects.requireNonNull(
        CharterReader.class.getResourceAsStream(CharterReader.SCHEMA_RESOURCE))) {
      JsonNode schema = JsonMapper.shared().readTree(in);
      policy = schema.at("/properties/policy");
      for (JsonNode reference : policy.get("properties")) {
        String definition = reference.get("$ref").stringValue().substring("#/$defs/".length());
        assertThat(schema.get("$defs").get(definition)).as(definition).isNotNull();
      }
    }

    String types =
        Arrays.stream(ItemType.values()).map(ItemType::name).collect(Collectors.joining("|"));
    TreeSet<String> keys = new TreeSet<>();
    TreeSet<String> families = new TreeSet<>();
    for (PolicyKey key : PolicyKey.ALL) {
      if (key.family()) {
        families.add("^" + key.name().replace(".", "\\.") + "(DEFAULT|" + types + ")$");
      } else {
        keys.add(key.name());
      }
    }
    assertThat(new TreeSet<>(policy.get("properties").propertyNames())).isEqualTo(keys);
    assertThat(new TreeSet<>(policy.get("patternProperties").propertyNames())).isEqualTo(families);
  }
}
