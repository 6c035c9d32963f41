package io.github.coopj.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the node about WebAuthn assertions, broken one at a time. */
class WebAuthnSignatureTest {
  private static final PrivateKey INSIDE = PrivateKey.fromSeed(KeyType.R1, "authenticator");
  private static final Checksum256 DIGEST = Checksum256.sha256(utf8("transaction"));
  private static final String CHALLENGE =
      Base64.getUrlEncoder().withoutPadding().encodeToString(DIGEST.toBytes());
  private static final String GOOD = "{\"type\":\"webauthn.get\",\"challenge\":\"" + CHALLENGE
      + "\",\"origin\":\"https://coop.example\"}";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] data(String site, int flags) {
    byte[] data = Arrays.copyOf(Digests.sha256(utf8(site)), 37);
    data[32] = (byte) flags;
    return data;
  }

  /** What an authenticator holding {@link #INSIDE} would answer. */
  private static Signature answer(byte[] data, byte[] json) {
    byte[] compact =
        INSIDE.sign(Checksum256.of(Digests.sha256(data, Digests.sha256(json)))).toCompact();
    return Signature.ofWebAuthn(compact, data, json);
  }

  private static PublicKey recover(String json) {
    return answer(data("coop.example", 1), utf8(json)).recover(DIGEST);
  }

  private static void refused(String json, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> recover(json))
        .withMessageStartingWith(message);
  }

  @Test
  void recover_findsTheKey_ofAWholeAssertion() {
    assertThat(recover(GOOD))
        .isEqualTo(PublicKey.ofWebAuthn(INSIDE.publicKey().toPoint(), 1, "coop.example"));
  }

  /** Authenticators make high s as often as low, and nodes take both. */
  @Test
  void recover_findsTheKey_alsoOfHighS() {
    Signature low = answer(data("coop.example", 1), utf8(GOOD));
    byte[] compact = low.toCompact();
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    BigInteger s = order.subtract(new BigInteger(1, Arrays.copyOfRange(compact, 33, 65)));
    System.arraycopy(HexFormat.of().parseHex("%064x".formatted(s)), 0, compact, 33, 32);
    compact[0] = (byte) ((compact[0] - 31 ^ 1) + 31);
    Signature high = Signature.ofWebAuthn(compact, data("coop.example", 1), utf8(GOOD));
    assertThat(high.isCanonical()).isTrue();
    assertThat(high.recover(DIGEST)).isEqualTo(low.recover(DIGEST));
    assertThat(high.verify(DIGEST, low.recover(DIGEST))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "4,2", "5,2", "2,0", "251,1", "255,2"})
  void recover_readsPresence_fromTheFlags(int flags, int presence) {
    assertThat(answer(data("coop.example", flags), utf8(GOOD)).recover(DIGEST).presence())
        .isEqualTo(presence);
  }

  @ParameterizedTest
  @CsvSource({
    "https://coop.example,coop.example",
    "https://coop.example:8443,coop.example",
    "https://a:1/b:2,a:1/b",
    "https://coop.example/x,coop.example/x"
  })
  void recover_takesTheSite_upToTheLastColon(String origin, String site) {
    String json = GOOD.replace("https://coop.example", origin);
    assertThat(answer(data(site, 1), utf8(json)).recover(DIGEST).site()).contains(site);
  }

  @Test
  void recover_refuses_eachBrokenRule() {
    refused(
        GOOD.replace("webauthn.get", "webauthn.create"),
        "WA signature must be of type webauthn.get");
    refused(GOOD.replace("\"type\"", "\"kind\""), "WA signature must be of type webauthn.get");
    refused(
        GOOD.replace("https:", "http:"),
        "WA signature must have an origin that begins with https://");
    refused(
        GOOD.replace("https://coop.example", ""),
        "WA signature must have an origin that begins with https://");
    refused(
        GOOD.replace("coop.example", "c00p.example"),
        "WA signature has authenticator data of another site than its origin");
    refused(
        GOOD.replace(CHALLENGE, CHALLENGE.substring(0, 42)),
        "WA signature has a challenge that is not the digest");
    refused(GOOD.replace(CHALLENGE, ""), "WA signature has a challenge that is not the digest");
    refused(
        GOOD.replace(CHALLENGE, CHALLENGE + "AA"),
        "WA signature has a challenge that is not Base64");
    refused(
        GOOD.replace(CHALLENGE, "*" + CHALLENGE.substring(1)),
        "WA signature has a challenge that is not Base64");
    refused(
        GOOD.replace(CHALLENGE, CHALLENGE.substring(0, 41)),
        "WA signature has a challenge that is not Base64");
    refused(GOOD.replace(CHALLENGE, "é"), "WA signature has a challenge that is not Base64");
  }

  @Test
  void recover_refuses_shortAuthenticatorData() {
    Signature signature = answer(Arrays.copyOf(data("coop.example", 1), 36), utf8(GOOD));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> signature.recover(DIGEST))
        .withMessage("WA signature must have 37 or more bytes of authenticator data, got 36");
  }

  @ParameterizedTest
  @CsvSource({"30,false", "31,true", "32,true", "35,false"})
  void recover_takesHeaders_31To34(int header, boolean taken) {
    byte[] data = data("coop.example", 1);
    byte[] compact = answer(data, utf8(GOOD)).toCompact();
    compact[0] = (byte) header;
    Signature signature = Signature.ofWebAuthn(compact, data, utf8(GOOD));
    if (taken) {
      assertThat(signature.recover(DIGEST).type()).isEqualTo(KeyType.WA);
    } else {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> signature.recover(DIGEST))
          .withMessage("WA signature must have a header of 31 to 34, got " + header);
    }
  }

  @Test
  void recover_readsTheChallenge_inEitherBase64() {
    Checksum256 digest =
        Checksum256.ofHex("fb".repeat(32)); // its Base64 is all '+' or '-', '/' or '_'
    for (String challenge : new String[] {
      Base64.getUrlEncoder().withoutPadding().encodeToString(digest.toBytes()),
      Base64.getEncoder().encodeToString(digest.toBytes()),
      Base64.getEncoder().encodeToString(digest.toBytes()).replace('=', '.'),
      Base64.getEncoder().encodeToString(digest.toBytes()).substring(0, 20) + "\\n"
          + Base64.getEncoder().encodeToString(digest.toBytes()).substring(20)
    }) {
      byte[] json = utf8(GOOD.replace(CHALLENGE, challenge));
      assertThat(answer(data("coop.example", 1), json).recover(digest).type())
          .isEqualTo(KeyType.WA);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"x\",\"type\":\"webauthn.get\",\"challenge\":\"C\",\"origin\":\"https://coop.example\"}",
        " \t\r\n{ \"type\" : \"webauthn.get\" , \"challenge\" : \"C\" , \"origin\" : \"https://coop.example\" } ",
        "{\"t\\u0079pe\":\"webauthn\\u002Eget\",\"challenge\":\"C\",\"origin\":\"https:\\/\\/coop.example\"}",
        "{\"a\":[],\"b\":{},\"c\":[1,-2.5e+3,0,0.1E9,true,false,null,\"\\\"\\\\\\b\\f\\n\\r\\t\"],\"d\":{\"type\":\"x\",\"e\":[{\"f\":[[]]}]},"
            + "\"type\":\"webauthn.get\",\"challenge\":\"C\",\"origin\":\"https://coop.example\",\"g\":\"\\ud83d\\ude00\"}",
        "{\"type\":\"webauthn.get\",\"challenge\":\"C\",\"origin\":\"https://coop.example\"}\u0000 anything"
      })
  void recover_reads_everyJsonObject(String json) {
    assertThat(recover(json.replace("\"C\"", "\"" + CHALLENGE + "\"")).site())
        .contains("coop.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"\"",
        "{",
        "{}x",
        "{} {}",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"type\":1}",
        "{\"challenge\":null}",
        "{\"origin\":{}}",
        "{\"a\":[}",
        "{\"a\":[1,]}",
        "{\"a\":[1}}",
        "{\"a\":{]}",
        "{\"a\":{\"b\"}}",
        "{\"a\":01}",
        "{\"a\":-}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":+1}",
        "{\"a\":tru}",
        "{\"a\":nul",
        "{\"a\":\"",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\ud83d\\u0041\"}",
        "{\"a\":\"\\ude00\"}",
        "{\"a\":\"\n\"}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1}\u0007"
      })
  void recover_refuses_whatIsNoJsonObject(String json) {
    refused(json, "WA signature has client data that is not a JSON object, see byte ");
  }

  @Test
  void recover_doesNotRecurse_intoDeepNesting() {
    int depth = 8_000; // as deep as the size of a signature allows
    String deep = "[".repeat(depth) + "]".repeat(depth);
    String json = GOOD.replace("{\"type\"", "{\"deep\":" + deep + ",\"type\"");
    assertThat(recover(json).site()).contains("coop.example");
    refused(json.replace("]]", "]"), "WA signature has client data that is not a JSON object");
  }
}
