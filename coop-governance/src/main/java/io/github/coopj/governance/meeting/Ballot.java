package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.secret.BallotPaper;
import io.github.coopj.governance.secret.OpenAnswer;
import io.github.coopj.governance.secret.SecretBallot;
import java.util.List;
import java.util.Optional;

/**
 * The ballot document (бюллетень) of one member: the answers that the member signs as a whole (BALLOT-06). Its digest
 * covers every component, so it cannot serve another cooperative, meeting, cycle or agenda (ESIG-04).
 *
 * @param cooperative account of the cooperative
 * @param meetingId number of the meeting
 * @param cycle cycle of the meeting that the ballot is for
 * @param agendaVersion version of the agenda that the answers refer to
 * @param member account of the member whose vote it is
 * @param castBy account of who signs it: the member himself, his proxy (BALLOT-09), or the secretary of the meeting who
 *     enters it from paper (BALLOT-02)
 * @param proxyDocument what entitles another to sign it: digest of the power of attorney, or of the scan of the paper
 *     ballot; {@link Checksum256#ZERO} where the member signs
 * @param answers open answers, at most one per item; an item without one is blank (BALLOT-04)
 * @param secret digest of the part that answers secret items, {@link Checksum256#ZERO} without one (MEET-13)
 */
public record Ballot(
    Name cooperative,
    long meetingId,
    int cycle,
    int agendaVersion,
    Name member,
    Name castBy,
    Checksum256 proxyDocument,
    List<Answer> answers,
    Checksum256 secret) {
  /** Copies the answers. */
  public Ballot {
    answers = List.copyOf(answers);
  }

  /**
   * An open ballot that the member casts himself.
   *
   * @param cooperative account of the cooperative
   * @param meetingId number of the meeting
   * @param cycle cycle of the meeting
   * @param agendaVersion version of the agenda
   * @param member account of the voter
   * @param answers answers, at most one per item
   */
  public Ballot(
      Name cooperative,
      long meetingId,
      int cycle,
      int agendaVersion,
      Name member,
      List<Answer> answers) {
    this(
        cooperative,
        meetingId,
        cycle,
        agendaVersion,
        member,
        member,
        Checksum256.ZERO,
        answers,
        Checksum256.ZERO);
  }

  /**
   * The same ballot as a proxy casts it (BALLOT-09).
   *
   * @param proxy account of the proxy
   * @param document digest of the power of attorney
   * @return the ballot for the proxy to sign
   */
  public Ballot byProxy(Name proxy, Checksum256 document) {
    return new Ballot(
        cooperative, meetingId, cycle, agendaVersion, member, proxy, document, answers, secret);
  }

  /**
   * The same ballot as the secretary enters it from paper (BALLOT-02).
   *
   * @param secretary account of the secretary of the meeting
   * @param scan digest of the scan of the paper ballot
   * @return the ballot for the secretary to sign
   */
  public Ballot entered(Name secretary, Checksum256 scan) {
    return byProxy(secretary, scan);
  }

  /**
   * The same ballot with an answer to the secret items.
   *
   * @param part the secret part
   * @return the ballot to sign
   */
  public Ballot with(SecretBallot part) {
    return new Ballot(
        cooperative,
        meetingId,
        cycle,
        agendaVersion,
        member,
        castBy,
        proxyDocument,
        answers,
        part.digest());
  }

  /**
   * The ballot as the public record of a secret vote shows it.
   *
   * @return the same in every component, and with the same digest
   */
  public BallotPaper paper() {
    return new BallotPaper(
        cooperative,
        meetingId,
        cycle,
        agendaVersion,
        member,
        castBy,
        proxyDocument,
        answers.stream()
            .map(answer -> new OpenAnswer(
                answer.item(), AnswerOption.valueOf(answer.choice().name())))
            .toList(),
        secret);
  }

  /**
   * What the member signs.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.BALLOT, this);
  }

  /**
   * The answer to an item.
   *
   * @param item number of the item
   * @return the choice, empty if the item was left blank
   */
  public Optional<Choice> choiceFor(int item) {
    return answers.stream()
        .filter(answer -> answer.item() == item)
        .map(Answer::choice)
        .findFirst();
  }
}
