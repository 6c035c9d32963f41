package io.github.coopj.governance.secret;

/** A ceremony that has made its key. */
public final class ReadyCeremony implements KeyCeremony {
  private final CeremonyRecord row;

  ReadyCeremony(CeremonyRecord row) {
    this.row = row;
  }

  /**
   * The keys to vote, to check shares and to verify with.
   *
   * @return what follows from the commitments
   */
  public ElectionKeys keys() {
    return ElectionKeys.of(row.plan(), CeremonyMoves.commitments(row));
  }

  @Override
  public CeremonyRecord snapshot() {
    return row;
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.ready(this);
  }
}
