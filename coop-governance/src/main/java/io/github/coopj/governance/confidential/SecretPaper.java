package io.github.coopj.governance.confidential;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import java.time.Instant;

/**
 * A paper that is a secret, and how often it was read (COUNCIL-20). Everybody sees its digest and category and nothing else
 * (PLAT-06).
 *
 * @param id number in the register, 1 or more
 * @param cooperative account of the cooperative
 * @param document digest of the paper
 * @param category number of its category
 * @param markedBy member of the Council or the Board who marked it
 * @param markedAt when
 * @param reads how often it was read
 * @param lastRead digest of the last entry of its log, zero before the first
 */
public record SecretPaper(
    @AbiType("uint64") long id,
    Name cooperative,
    Checksum256 document,
    int category,
    Name markedBy,
    TimePointSec markedAt,
    @AbiType("uint64") long reads,
    Checksum256 lastRead) {
  /**
   * Marks a paper as a secret.
   *
   * @param id number in the register, 1 or more
   * @param document digest of the paper
   * @param category number of a category on the list
   * @param by member of the Council or the Board
   * @param list the list in force
   * @param mandates the mandates of all bodies
   * @param now the moment
   * @return the paper, never read
   * @throws GovernanceException NOT_CLASSIFIED, NO_SECRET_ACCESS for anybody else
   */
  public static SecretPaper mark(
      long id,
      Checksum256 document,
      int category,
      Name by,
      Classification list,
      MandateRegister mandates,
      Instant now) {
    if (id < 1 || document.equals(Checksum256.ZERO)) {
      throw new InvalidValueException("a secret paper has a number and a digest, got " + id);
    }
    list.category(category);
    boolean governs = mandates.heldBy(by, now).stream()
        .map(mandate -> mandate.office().body())
        .anyMatch(body -> body == Office.Body.COUNCIL || body == Office.Body.BOARD);
    if (!governs) {
      throw new GovernanceException(Reason.NO_SECRET_ACCESS, "account", by, "paper", id);
    }
    return new SecretPaper(
        id,
        list.text().cooperative(),
        document,
        category,
        by,
        TimePointSec.of(now),
        0,
        Checksum256.ZERO);
  }

  /**
   * Lets somebody read the paper, and logs it.
   *
   * @param reader who reads
   * @param list the list in force
   * @param mandates the mandates of all bodies
   * @param now the moment
   * @return the entry of the log; {@link #after} gives the paper after it
   * @throws GovernanceException NO_SECRET_ACCESS, NOT_CLASSIFIED if its category is no longer on the list
   */
  public SecretRead read(Name reader, Classification list, MandateRegister mandates, Instant now) {
    if (!list.mayRead(reader, category, mandates, now)) {
      throw new GovernanceException(Reason.NO_SECRET_ACCESS, "account", reader, "paper", id);
    }
    return new SecretRead(
        id, reads + 1, reader, document, category, TimePointSec.of(now), lastRead);
  }

  /**
   * The paper after it was read.
   *
   * @param entry the entry of the log
   * @return the paper that names the entry as its last
   */
  public SecretPaper after(SecretRead entry) {
    return new SecretPaper(
        id, cooperative, document, category, markedBy, markedAt, entry.number(), entry.digest());
  }
}
