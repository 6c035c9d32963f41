package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * What the secret ballots of one cycle of a meeting are about; its digest is {@link SecretElection#digest() E}.
 *
 * @param cooperative account of the cooperative
 * @param meeting number of the meeting
 * @param cycle cycle of the meeting, 1 or more
 * @param agendaVersion version of the agenda
 * @param agenda digest of the agenda
 * @param roll digest of the roll
 * @param rollSize number on the roll
 * @param items items voted on in secret, ascending, 1 to {@link #MAX_ITEMS}
 * @param keys keys of the trustees
 */
public record ElectionContent(
    Name cooperative,
    long meeting,
    int cycle,
    int agendaVersion,
    Checksum256 agenda,
    Checksum256 roll,
    long rollSize,
    List<SecretItem> items,
    ElectionKeys keys) {
  /** The most secret items of one agenda: a ballot is checked within one action. */
  public static final int MAX_ITEMS = 32;

  /** Refuses items that are none, too many, twice or out of order. */
  public ElectionContent {
    items = List.copyOf(items);
    Parts.require(
        !items.isEmpty() && items.size() <= MAX_ITEMS,
        "secret items must be 1 to " + MAX_ITEMS + ", got " + items.size());
    for (int i = 1; i < items.size(); i++) {
      Parts.require(
          items.get(i - 1).item() < items.get(i).item(),
          "secret items must be ascending, got " + items.get(i).item() + " after "
              + items.get(i - 1).item());
    }
    Parts.require(cycle >= 1, "cycle must be 1 or more, got " + cycle);
    Parts.require(rollSize >= 0, "size of the roll must be 0 or more, got " + rollSize);
  }
}
