package io.github.coopj.core.abi;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;

/**
 * Binary form of one kind of value.
 *
 * <p>Implementations are immutable and may be shared between threads.
 *
 * @param <T> kind of value
 */
public interface Codec<T> {
  /**
   * The codec of a class, without any mapping written by hand: a record, a value interface with {@link AbiOrder}, a
   * sealed interface of these, an enum, or a value type. What each is in the ABI is told at {@link RecordCodec}.
   *
   * @param <T> the type
   * @param type the class
   * @return the codec, always the same one for a class
   * @throws InvalidValueException if the class or a part of it has no form in the ABI, has no defined order, or is not
   *     accessible
   */
  static <T> Codec<T> of(Class<T> type) {
    return RecordCodec.of(type);
  }

  /**
   * The codec by which a value is written, found by the value: that of its class, or of the interface with {@link
   * AbiOrder} that its class implements, as generated classes do.
   *
   * @param <T> the type
   * @param value the value
   * @return the codec
   * @throws InvalidValueException if neither has a form in the ABI, or the class implements several such interfaces
   */
  @SuppressWarnings("unchecked") // what the codec writes is this value's class or a type above it
  static <T> Codec<T> ofValue(T value) {
    return (Codec<T>) RecordCodec.ofImplementation(value.getClass());
  }

  /**
   * Writes a value.
   *
   * @param value the value
   * @param out where to
   * @throws AbiException if the value does not fit the type
   */
  void write(T value, AbiWriter out);

  /**
   * Reads a value and leaves the reader behind it.
   *
   * @param in where from
   * @return the value
   * @throws AbiException if the bytes are not such a value
   */
  T read(AbiReader in);

  /**
   * The bytes of one value.
   *
   * @param value the value
   * @return a new array
   * @throws AbiException if the value does not fit the type
   */
  default byte[] encode(T value) {
    AbiWriter out = new AbiWriter();
    write(value, out);
    return out.toByteArray();
  }

  /**
   * The hash by which the chain refers to a value: sha256 of its bytes.
   *
   * @param value the value
   * @return the hash
   * @throws AbiException if the value does not fit the type
   */
  default Checksum256 digest(T value) {
    return Checksum256.sha256(encode(value));
  }

  /**
   * The value that the bytes stand for; nothing may be left over.
   *
   * @param data the bytes
   * @return the value
   * @throws AbiException if the bytes are not exactly one such value
   */
  default T decode(byte[] data) {
    AbiReader in = new AbiReader(data);
    T value = read(in);
    in.requireEnd();
    return value;
  }
}
