package io.github.coopj.governance.section;

/** What the chairman of a section may want to do (KU-02, KU-17). */
public enum SectionAct {
  /** Calls a meeting of the section. */
  CALL_MEETING(true),
  /** Decides on a local initiative or project. */
  LOCAL_INITIATIVE(true),
  /** Represents the section before the cooperative. */
  REPRESENT(true),
  /** Opens an account in the name of the section. */
  OWN_ACCOUNT(false),
  /** Signs a contract in the name of the section. */
  CONTRACT(false),
  /** Makes the section a member of a cooperative or union. */
  MEMBERSHIP(false);

  private final boolean ofSubdivision;

  SectionAct(boolean ofSubdivision) {
    this.ofSubdivision = ofSubdivision;
  }

  /**
   * Whether a subdivision can do it at all; the rest takes a legal entity, which a section is not (KU-02).
   *
   * @return true for the affairs of a section
   */
  public boolean isOfSubdivision() {
    return ofSubdivision;
  }
}
