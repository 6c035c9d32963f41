package io.github.coopj.governance.matter;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.ItemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a convened general meeting is asked: of which kind a paper or a matter is, whatever another body calls it (MEET-12).
 *
 * @param key digest of the paper, or key of the matter, of an item of its agenda
 * @param kind kind of the item
 */
public record MeetingMatter(Checksum256 key, ItemType kind) {
  /**
   * Keeps what an agenda asks.
   *
   * @param known what agendas ask so far
   * @param next the next
   * @return both, each once
   */
  public static List<MeetingMatter> with(List<MeetingMatter> known, MeetingMatter next) {
    List<MeetingMatter> all = new ArrayList<>(known);
    if (!all.contains(next)) {
      all.add(next);
    }
    return List.copyOf(all);
  }

  /**
   * Refuses what only the general meeting decides, though it is put as something else.
   *
   * @param known what agendas ask, of these keys and others
   * @param keys digest of what another body is asked, and key of the matter that it names
   * @param body the body that is asked
   * @param charter the charter in force
   * @throws GovernanceException EXCLUSIVE_COMPETENCE
   */
  public static void requireNone(
      List<MeetingMatter> known, Collection<Checksum256> keys, Office.Body body, Charter charter) {
    for (MeetingMatter matter : known) {
      if (keys.contains(matter.key)) {
        new Matter(matter.kind, matter.key).requireWithin(body, charter);
      }
    }
  }
}
