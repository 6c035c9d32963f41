package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
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
 * @param member account of the voter
 * @param answers answers, at most one per item; an item without one is blank (BALLOT-04)
 */
public record Ballot(
    Name cooperative,
    long meetingId,
    int cycle,
    int agendaVersion,
    Name member,
    List<Answer> answers) {
  /** Copies the answers. */
  public Ballot {
    answers = List.copyOf(answers);
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
