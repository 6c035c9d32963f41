package io.github.coopj.testkit.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** ABIs of contracts by name, from the {@code abi.raw} cases of all files of a run. */
final class Library {
  private final Map<String, JsonNode> abis = new LinkedHashMap<>();

  /** Takes the ABIs of a file. */
  void add(JsonNode file) {
    for (JsonNode json : file.path("cases")) {
      JsonNode abi = json.get("abi");
      if (json.path("op").asString("").equals("abi.raw") && abi != null) {
        abis.putIfAbsent(json.path("name").asString(""), abi);
      }
    }
  }

  /** The ABI called so; {@code .abi} may be left out, and {@code eosio} holds the contract {@code eosio.system}. */
  Optional<JsonNode> abi(String contract) {
    String held = contract.equals("eosio") ? "eosio.system" : contract;
    return List.of(contract, contract + ".abi", held, held + ".abi").stream()
        .filter(abis::containsKey)
        .findFirst()
        .map(abis::get);
  }
}
