package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * The ballot document (бюллетень) as the public record of a secret vote shows it: open answers in the open, the secret part as
 * its digest. Who signs it signs both.
 *
 * @param cooperative account of the cooperative
 * @param meetingId number of the meeting
 * @param cycle cycle of the meeting
 * @param agendaVersion version of the agenda
 * @param member account of the member whose vote it is
 * @param castBy account of who signs: the member or his proxy
 * @param proxyDocument digest of the proxy, {@link Checksum256#ZERO} without one
 * @param answers open answers
 * @param secret digest of the secret part, {@link Checksum256#ZERO} without one
 */
public record BallotPaper(
    Name cooperative,
    long meetingId,
    int cycle,
    int agendaVersion,
    Name member,
    Name castBy,
    Checksum256 proxyDocument,
    List<OpenAnswer> answers,
    Checksum256 secret) {
  /** Copies the answers. */
  public BallotPaper {
    answers = List.copyOf(answers);
  }

  /**
   * What is signed.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BALLOT, this);
  }
}
