package io.github.coopj.governance.section;

/** Ended before its term. */
public final class EndedMandate extends SectionMandate {
  EndedMandate(SectionMandateRecord row) {
    super(row);
  }
}
