package io.github.coopj.governance.task;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;

/**
 * What is to be done (поручение).
 *
 * @param cooperative account of the cooperative
 * @param executor the body that has to carry it out: the Council or the Board
 * @param owner who answers for it; empty for whoever heads that body
 * @param what digest of what is to be done
 * @param days days from the day it is set, 1 to 366
 */
public record TaskText(
    Name cooperative, Office.Body executor, Name owner, Checksum256 what, int days) {
  private static final int MOST_DAYS = 366;

  /** Refuses a task of nothing, for another body, or without a time. */
  public TaskText {
    boolean executes = executor == Office.Body.COUNCIL || executor == Office.Body.BOARD;
    if (!executes || what.equals(Checksum256.ZERO) || days < 1 || days > MOST_DAYS) {
      throw new InvalidValueException(
          "a task is for Council or Board, says what to do and has 1 to 366 days, got " + executor
              + " and " + days + " days");
    }
  }

  /**
   * Subject of the Council's question TASK.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.TASK, this);
  }
}
