package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Group;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The secret part of a member's ballot (тайный бюллетень). The member signs the ballot document, which holds its digest.
 *
 * @param election digest E of the election
 * @param voter account of the member whose vote it is
 * @param items an answer for each secret item, in their order
 */
public record SecretBallot(Checksum256 election, Name voter, List<SealedItem> items) {
  /** Copies the list. */
  public SecretBallot {
    items = List.copyOf(items);
  }

  /**
   * Digest for the ballot document.
   *
   * @return digest over every component, proofs included
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SECRET_BALLOT, this);
  }

  /** SHA-256 of all ciphertexts, every proof of the ballot is bound to it. */
  static Checksum256 ciphertexts(List<List<Ciphertext>> items) {
    int count = items.stream().mapToInt(List::size).sum();
    ByteBuffer all = ByteBuffer.allocate(2 * Group.ELEMENT_SIZE * count);
    for (List<Ciphertext> item : items) {
      for (Ciphertext option : item) {
        all.put(option.alpha().toArray()).put(option.beta().toArray());
      }
    }
    return Checksum256.sha256(all.array());
  }
}
