package io.github.coopj.governance.agenda;

/** The Council convened the meeting demanded. */
public final class MetDemand extends Demand {
  MetDemand(DemandRecord data) {
    super(data);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.met(this);
  }
}
