package io.github.coopj.samples.year;

/** Narrows a state to the one the year has brought about. */
final class Expected {
  private Expected() {}

  static <T> T state(Class<T> wanted, Object state) {
    if (!wanted.isInstance(state)) {
      throw new IllegalStateException("expected " + wanted.getSimpleName() + ", found " + state);
    }
    return wanted.cast(state);
  }
}
