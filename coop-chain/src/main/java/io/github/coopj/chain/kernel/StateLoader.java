package io.github.coopj.chain.kernel;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiReader;
import java.util.List;

/** Puts a state together again from what {@link StateView#writeTo} handed over. Used once, by one thread. */
public final class StateLoader {
  private final ChainState state = new ChainState();
  private int sections;
  private long missing;

  /** A state without sections yet. */
  public StateLoader() {
    this.sections = 0;
  }

  /**
   * Begins a section.
   *
   * @param name its name
   * @param entries how many entries follow
   * @throws InvalidValueException if another section comes next, or entries of the one before are missing
   */
  public void section(String name, long entries) {
    requireWhole();
    List<StateSection<?, ?>> all = ChainState.sections();
    String expected = sections < all.size() ? all.get(sections).name() : "no section";
    if (!name.equals(expected)) {
      throw new InvalidValueException("a state has " + expected + " there, got " + name);
    }
    sections++;
    missing = entries;
  }

  /**
   * Takes the next entry of the section.
   *
   * @param in positioned at the entry, afterwards behind it
   * @throws InvalidValueException if the section has no more entries
   * @throws io.github.coopj.core.abi.AbiException if the bytes are no entry
   */
  public void entry(AbiReader in) {
    if (missing == 0) {
      throw new InvalidValueException("a section has more entries than it said");
    }
    state.load(ChainState.sections().get(sections - 1), in);
    missing--;
  }

  /**
   * The state.
   *
   * @return immutable, for {@link Kernel#reset}
   * @throws InvalidValueException if a section or an entry is missing
   */
  public StateView finish() {
    requireWhole();
    if (sections < ChainState.sections().size()) {
      throw new InvalidValueException(
          "a state has " + ChainState.sections().size() + " sections, got " + sections);
    }
    return state.view();
  }

  private void requireWhole() {
    if (missing > 0) {
      throw new InvalidValueException(missing + " entries of a section are missing");
    }
  }
}
