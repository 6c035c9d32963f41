package io.github.coopj.chain.node;

import java.util.ArrayList;
import java.util.List;

/** What became of submissions while the chain was held, to be told when it is not. */
final class Outcomes {
  private final List<Submission> refused = new ArrayList<>(0);
  private final List<Throwable> reasons = new ArrayList<>(0);
  private final List<Submission> kept = new ArrayList<>(0);

  void refuse(Submission submission, Throwable reason) {
    refused.add(submission);
    reasons.add(reason);
  }

  void keep(List<Submission> durable) {
    kept.addAll(durable);
  }

  boolean hasRefusals() {
    return !refused.isEmpty();
  }

  void tell() {
    for (int i = 0; i < refused.size(); i++) {
      refused.get(i).fail(reasons.get(i));
    }
    kept.forEach(Submission::keep);
  }
}
