package io.github.coopj.chain.kernel;

/** Takes a whole state apart: sections in a fixed order, in each of them entries in the order of their keys. */
public interface StateDump {
  /**
   * A section begins.
   *
   * @param name its name
   * @param entries how many entries follow
   */
  void section(String name, long entries);

  /**
   * The next entry of the section.
   *
   * @param packed key and value in their packed forms, one after the other
   */
  void entry(byte[] packed);
}
