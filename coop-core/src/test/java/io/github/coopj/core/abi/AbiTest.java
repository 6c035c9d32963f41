package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiException.Reason;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CHAIN-05")
class AbiTest {
  /** One of everything. */
  private static final String JSON = """
      {
        "____comment": "made by a compiler",
        "version": "eosio::abi/1.2",
        "types": [{"new_type_name": "acct", "type": "name"}],
        "structs": [
          {"name": "b", "base": "", "fields": []},
          {"name": "s", "base": "b", "fields": [{"name": "f", "type": "acct[]"}]}
        ],
        "actions": [{"name": "a", "type": "s", "ricardian_contract": "hi"}],
        "tables": [{"name": "b", "type": "s", "index_type": "i64", "key_names": ["k"], "key_types": ["name"]}],
        "ricardian_clauses": [{"id": "c", "body": "d"}],
        "error_messages": [{"error_code": "10000000000000000000", "error_msg": "e"}],
        "abi_extensions": [[7, "beef"]],
        "variants": [{"name": "v", "types": ["s", "acct"]}],
        "action_results": [{"name": "a", "result_type": "uint8"}]
      }
      """;

  private static final String BINARY = "0e656f73696f3a3a6162692f312e32" // version
      + "01" + "0461636374" + "046e616d65"
      + "02" + "0162" + "00" + "00" + "0173" + "0162" + "01" + "0166" + "06616363745b5d"
      + "01" + "0000000000000030" + "0173" + "026869"
      + "01" + "0000000000000038" + "03693634" + "01" + "016b" + "01" + "046e616d65" + "0173"
      + "01" + "0163" + "0164"
      + "01" + "0000e8890423c78a" + "0165"
      + "01" + "0700" + "02beef"
      + "01" + "0176" + "02" + "0173" + "0461636374"
      + "01" + "0000000000000030" + "0575696e7438";

  @Test
  void toBinary_givesTheSectionsInOrder() {
    Abi abi = Abi.fromJson(JSON);
    assertThat(Bytes.of(abi.toBinary()).toHex()).isEqualTo(BINARY);
    assertThat(abi.hash()).isEqualTo(Checksum256.sha256(Bytes.ofHex(BINARY)));
    assertThat(Abi.fromBinary(Bytes.ofHex(BINARY).toArray())).isEqualTo(abi);
    assertThat(Abi.fromJson(abi.toJson())).isEqualTo(abi);
    assertThat(Abi.fromJson(abi.toJson().toString())).isEqualTo(abi);
  }

  @Test
  void lookups_giveTheTypes_orNothing() {
    Abi abi = Abi.fromJson(JSON);
    assertThat(abi.actionType(Name.of("a"))).contains("s");
    assertThat(abi.actionType(Name.of("b"))).isEmpty();
    assertThat(abi.tableType(Name.of("b"))).contains("s");
    assertThat(abi.tableType(Name.of("a"))).isEmpty();
    assertThat(abi.actionResultType(Name.of("a"))).contains("uint8");
    assertThat(abi.actionResultType(Name.of("b"))).isEmpty();
  }

  @Test
  void fromBinary_givesEmptyLists_forSectionsOfLaterVersions() {
    String old = "0e656f73696f3a3a6162692f312e30" + "00".repeat(7);
    Abi expected = new Abi(
        "eosio::abi/1.0",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
    assertThat(Abi.fromBinary(Bytes.ofHex(old).toArray())).isEqualTo(expected);
    assertThat(Abi.fromBinary(Bytes.ofHex(old + "00").toArray())).isEqualTo(expected);
    assertThat(Abi.fromBinary(Bytes.ofHex(old + "0000").toArray())).isEqualTo(expected);
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Abi.fromBinary(Bytes.ofHex(old + "000000").toArray()))
        .extracting(AbiException::reason)
        .isEqualTo(Reason.TRAILING_DATA);
    assertThat(Abi.fromJson("{\"version\":\"eosio::abi/1.0\"}")).isEqualTo(expected);
  }

  @Test
  void fromBinary_isRefused_atEveryCut() {
    // cuts that leave whole sections are older definitions
    byte[] whole = Bytes.ofHex(BINARY).toArray();
    int accepted = 0;
    for (int cut = 0; cut < whole.length; cut++) {
      try {
        Abi.fromBinary(Bytes.of(whole).slice(0, cut).toArray());
        accepted++;
      } catch (AbiException e) {
        assertThat(e.reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(e.offset()).isBetween(0, cut);
      }
    }
    assertThat(accepted).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nothing|WRONG_JSON: no JSON",
        "[]|WRONG_JSON: an ABI is a JSON object",
        "{}|MISSING_FIELD at version: is missing",
        "{\"version\":1}|WRONG_JSON at version: must be a string",
        "{\"version\":\"x\",\"types\":{}}|WRONG_JSON at types: must be an array",
        "{\"version\":\"x\",\"structs\":[{}]}|MISSING_FIELD at structs[0].name: is missing",
        "{\"version\":\"x\",\"structs\":[3]}|MISSING_FIELD at structs[0].name: is missing",
        "{\"version\":\"x\",\"actions\":[{\"name\":\"A\",\"type\":\"t\"}]}|INVALID_VALUE at actions[0].name: name may",
        "{\"version\":\"x\",\"abi_extensions\":[[]]}|WRONG_JSON at abi_extensions[0]: an extension is [type, data]",
        "{\"version\":\"x\",\"abi_extensions\":[[65536,\"\"]]}|OUT_OF_RANGE at abi_extensions[0]: extension type",
        "{\"version\":\"x\",\"abi_extensions\":[[1,\"z\"]]}|INVALID_VALUE at abi_extensions[0]",
        "{\"version\":\"x\",\"error_messages\":[{\"error_msg\":\"\"}]}|MISSING_FIELD at error_messages[0].error_code",
        "{\"version\":\"x\",\"error_messages\":[{\"error_code\":-1}]}|OUT_OF_RANGE at error_messages[0].error_code",
      })
  void fromJson_isRefused_whenItIsNoAbi(String json, String message) {
    assertThatExceptionOfType(AbiException.class)
        .isThrownBy(() -> Abi.fromJson(json))
        .withMessageStartingWith(message);
  }
}
