package io.github.coopj.governance.confidential;

import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * One entry in the log of a secret paper. Each entry names the one before, so that none can be taken out.
 *
 * @param paper number of the paper
 * @param number number of the entry, from 1
 * @param reader who read it
 * @param document digest of the paper
 * @param category number of its category
 * @param at when
 * @param previous digest of the entry before, zero for the first
 */
public record SecretRead(
    @AbiType("uint64") long paper,
    @AbiType("uint64") long number,
    Name reader,
    Checksum256 document,
    int category,
    TimePointSec at,
    Checksum256 previous) {
  /**
   * Names the entry.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BREACH, this);
  }

  /**
   * One number for paper and entry.
   *
   * @return paper × 2^32 + number
   */
  public long key() {
    return Math.addExact(Math.multiplyExact(paper, 1L << 32), number);
  }

  /**
   * Whether entries are the whole log of a paper.
   *
   * @param paper the paper
   * @param log entries in their order
   * @return whether none is missing, added or changed
   */
  public static boolean isLog(SecretPaper paper, List<SecretRead> log) {
    Checksum256 previous = Checksum256.ZERO;
    long number = 0;
    for (SecretRead entry : log) {
      number++;
      if (entry.paper() != paper.id()
          || entry.number() != number
          || !entry.previous().equals(previous)) {
        return false;
      }
      previous = entry.digest();
    }
    return number == paper.reads() && previous.equals(paper.lastRead());
  }
}
