package io.github.coopj.governance.act;

import io.github.coopj.governance.body.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Acts in memory. */
final class Log implements ActLog {
  final List<Act> acts = new ArrayList<>();

  Act add(Act act) {
    acts.add(act);
    return act;
  }

  @Override
  public long nextId() {
    return acts.size() + 1L;
  }

  @Override
  public Optional<Act> standing(long matter) {
    return acts.stream()
        .filter(act -> act.text().matter() == matter && act.stands())
        .reduce((first, last) -> last);
  }

  @Override
  public Optional<Act> of(Office.Body body, long decision) {
    return acts.stream()
        .filter(act -> act.responsible() == body && act.decision() == decision)
        .findFirst();
  }
}
