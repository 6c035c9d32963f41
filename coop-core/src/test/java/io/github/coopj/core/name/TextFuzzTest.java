package io.github.coopj.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.asset.Symbol;
import io.github.coopj.core.asset.SymbolCode;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.time.BlockTimestamp;
import io.github.coopj.core.time.TimePoint;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum160;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Checksum512;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Whatever the text, it is refused by InvalidValueException or is a value whose own text means the same. */
class TextFuzzTest {
  private static final List<Function<String, ?>> PARSERS = List.of(
      Name::of,
      Asset::parse,
      Symbol::parse,
      SymbolCode::of,
      PermissionLevel::parse,
      TimePoint::parse,
      TimePointSec::parse,
      BlockTimestamp::parse,
      PublicKey::parse,
      Signature::parse,
      Bytes::ofHex,
      Checksum160::ofHex,
      Checksum256::ofHex,
      Checksum512::ofHex);

  /** First byte: which kind of value; the rest is the text. */
  @FuzzTest(maxDuration = "3m")
  @DictionaryEntries({
    "EOS",
    "PUB_K1_",
    "PUB_R1_",
    "PUB_WA_",
    "SIG_K1_",
    "SIG_R1_",
    "SIG_WA_",
    "PVT_K1_",
    "PVT_R1_",
    "@active",
    " AXON",
    "4,AXON",
    "2000-01-01T00:00:00.500",
    "9999-12-31T23:59:59",
    "4611686018427387903",
    "-0.",
    "Z"
  })
  void parse(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    int kind = (data[0] & 0xFF) % (PARSERS.size() + 1);
    if (kind == PARSERS.size()) {
      privateKey(text);
      return;
    }
    Function<String, ?> parser = PARSERS.get(kind);
    Object value;
    try {
      value = parser.apply(text);
    } catch (InvalidValueException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return;
    }
    Object again = parser.apply(value.toString());
    assertThat(again).hasToString(value.toString());
    if (!(value instanceof TimePoint)) { // which keeps microseconds that its text does not show
      assertThat(again).isEqualTo(value);
    }
  }

  private static void privateKey(String text) {
    PrivateKey key;
    try {
      key = PrivateKey.parse(text);
    } catch (InvalidValueException e) {
      if (text.length() > 16) {
        assertThat(e.getMessage()).doesNotContain(text.substring(8));
      }
      return;
    }
    assertThat(PrivateKey.parse(key.toPvt())).isEqualTo(key);
  }
}
