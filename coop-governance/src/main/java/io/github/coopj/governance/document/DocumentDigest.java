package io.github.coopj.governance.document;

import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.crypto.Checksum256;

/**
 * Digest of a document: its type and its content, and nothing that could be read back.
 *
 * <p>The digest is {@code sha256(uint32 registry number ‖ sha256(content))}, the content in the binary form of {@link
 * RecordCodec}. The same content as a document of another type has another digest, so a signature under one can never
 * serve for the other.
 */
public final class DocumentDigest {
  private DocumentDigest() {}

  /**
   * Digest of a content.
   *
   * @param <T> record of the content
   * @param type what the document is
   * @param content the content, a record that {@link RecordCodec} can write
   * @return the digest
   */
  public static <T extends Record> Checksum256 of(DocumentType type, T content) {
    @SuppressWarnings("unchecked") // the class of a record is final, so it is exactly T
    Class<T> contentType = (Class<T>) content.getClass();
    return of(type, Checksum256.sha256(RecordCodec.of(contentType).encode(content)));
  }

  /**
   * Digest of a content of which only the digest is known.
   *
   * @param type what the document is
   * @param contentDigest SHA-256 of the content's bytes
   * @return the digest
   */
  public static Checksum256 of(DocumentType type, Checksum256 contentDigest) {
    AbiWriter out = new AbiWriter();
    out.writeU32(type.registryId());
    out.writeChecksum256(contentDigest);
    return Checksum256.sha256(out.toByteArray());
  }
}
