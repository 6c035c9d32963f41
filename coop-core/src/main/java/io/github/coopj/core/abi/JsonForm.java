package io.github.coopj.core.abi;

/**
 * How {@link AbiCodec} prints values as JSON. They differ in what is printed for {@code bool}, 64-bit and floating-point
 * numbers, bytes, hashes, K1 keys and {@code time_point_sec}, and in one thing that is read: names with dots at the end.
 *
 * <p>What either prints is accepted when JSON is read under either, with three exceptions. Two are those of nodes: an
 * amount whose symbol was never set, printed as a number and a blank, and a struct whose binary extension was left out
 * though it is not the last thing, which only the end of the bytes could tell. The third: a {@code bool} of 2 to 255 is
 * read and printed as a node does only.
 */
public enum JsonForm {
  /**
   * As the library abieos prints: {@code true} (another byte than 0 and 1 is refused), every 64 and 128-bit integer as text, hex digits in upper case,
   * {@code PUB_K1_} keys, seconds as {@code 2020-01-01T00:00:00.000}. Text that is not UTF-8 is refused.
   *
   * <p>When JSON is read, a name of at most 13 characters may end in dots, which its value does not keep:
   * {@code ..ab.cd.ef..} is {@code ..ab.cd.ef}. Nodes refuse such text.
   */
  ABIEOS,
  /**
   * As a node answers over HTTP: {@code 1} (for a {@code bool} the byte that stands there, 0 to 255), integers beyond ±(2^32-1) as text, floating-point numbers as text with 17
   * decimals, hex digits in lower case, {@code EOS} keys, seconds as {@code 2020-01-01T00:00:00}. Bytes that are not
   * UTF-8 are left out of text. When JSON is read, a name must be the very text that its value prints, as everywhere else
   * in this library.
   */
  NODEOS
}
