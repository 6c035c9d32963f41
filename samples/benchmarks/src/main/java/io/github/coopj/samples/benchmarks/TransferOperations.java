package io.github.coopj.samples.benchmarks;

import io.github.coopj.core.abi.Abi;
import io.github.coopj.core.abi.AbiCodec;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.JsonForm;
import io.github.coopj.core.abi.RecordCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The six ways between a transfer and its bytes: as a record, as a tree of JSON, as the text of JSON.
 *
 * <p>The transfers are in {@code transfers.json} beside this class, with the bytes that {@code @wharfkit/antelope} makes
 * of them; the script that measures the peers reads the same file.
 */
public final class TransferOperations {
  private static final String DATA = "transfers.json";
  private static final String TYPE = "transfer";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Codec<Transfer> recordCodec = RecordCodec.of(Transfer.class);
  private final AbiCodec abiCodec;
  private final byte[] bytes;
  private final Transfer value;
  private final JsonNode tree;
  private final String text;

  private TransferOperations(AbiCodec abiCodec, byte[] bytes, JsonNode tree) {
    this.abiCodec = abiCodec;
    this.bytes = bytes;
    this.value = recordCodec.decode(bytes);
    this.tree = tree;
    this.text = MAPPER.writeValueAsString(tree);
  }

  /**
   * The operations on one of the transfers.
   *
   * @param memo which
   * @return the operations
   */
  public static TransferOperations of(Memo memo) {
    JsonNode data = data();
    JsonNode transfer = data.required("transfers").required(memo.name());
    AbiCodec codec = AbiCodec.of(Abi.fromJson(data.required("abi")));
    byte[] bytes = HexFormat.of().parseHex(transfer.required("hex").stringValue());
    return new TransferOperations(codec, bytes, transfer.required("json"));
  }

  private static JsonNode data() {
    try (InputStream in = TransferOperations.class.getResourceAsStream(DATA)) {
      if (in == null) {
        throw new IllegalStateException("resource " + DATA + " is missing");
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes as the file has them. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The transfer as a record. */
  public Transfer value() {
    return value;
  }

  /** The transfer as JSON. */
  public JsonNode tree() {
    return tree;
  }

  /** The transfer as text of JSON, without spaces. */
  public String text() {
    return text;
  }

  /** Record to bytes. */
  public byte[] encodeRecord() {
    return recordCodec.encode(value);
  }

  /** Bytes to record. */
  public Transfer decodeRecord() {
    return recordCodec.decode(bytes);
  }

  /** JSON to bytes, by the ABI. */
  public byte[] encodeTree() {
    return abiCodec.encode(TYPE, tree);
  }

  /** Bytes to JSON, by the ABI. */
  public JsonNode decodeTree() {
    return abiCodec.decode(TYPE, bytes, JsonForm.ABIEOS);
  }

  /** Text of JSON to bytes, by the ABI. */
  public byte[] encodeText() {
    return abiCodec.encode(TYPE, MAPPER.readTree(text));
  }

  /** Bytes to text of JSON, by the ABI. */
  public String decodeText() {
    return MAPPER.writeValueAsString(abiCodec.decode(TYPE, bytes, JsonForm.ABIEOS));
  }
}
