package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.MinutesSigner;
import java.util.ArrayList;
import java.util.List;

/** Who signs the minutes of a meeting (ESIG-05). */
final class MinutesSigners {
  private MinutesSigners() {}

  /** The chairman and, where the charter asks for both and they are two, the secretary. */
  static List<Name> of(GeneralMeetingRecord row, Charter charter) {
    return charter.minutes().signers().contains(MinutesSigner.SECRETARY)
            && !row.chair().equals(row.secretary())
        ? List.of(row.chair(), row.secretary())
        : List.of(row.chair());
  }

  /** Those who have not signed yet. */
  static List<Name> missing(GeneralMeetingRecord row, Charter charter) {
    List<Name> missing = new ArrayList<>(of(row, charter));
    row.minutesSigners().forEach(signature -> missing.remove(signature.signer()));
    return missing;
  }
}
