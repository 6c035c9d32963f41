package io.github.coopj.governance.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that a draft makes or changes, in the order in which it first does; like {@link ChangedWallets} mostly one or two. */
final class ChangedRecords {
  private static final int FEW = 8;

  private final List<TransferRecord> records = new ArrayList<>(2);
  private @Nullable Map<TransferId, Integer> places;

  List<TransferRecord> all() {
    return records;
  }

  @Nullable TransferRecord find(TransferId id) {
    int place = placeOf(id);
    return place < 0 ? null : records.get(place);
  }

  void put(TransferRecord record) {
    int place = placeOf(record.id());
    if (place >= 0) {
      records.set(place, record);
      return;
    }
    records.add(record);
    if (places != null) {
      places.put(record.id(), records.size() - 1);
    } else if (records.size() > FEW) {
      places = new HashMap<>();
      for (int next = 0; next < records.size(); next++) {
        places.put(records.get(next).id(), next);
      }
    }
  }

  private int placeOf(TransferId id) {
    if (places != null) {
      return places.getOrDefault(id, -1);
    }
    for (int place = 0; place < records.size(); place++) {
      if (records.get(place).id().equals(id)) {
        return place;
      }
    }
    return -1;
  }
}
