package io.github.coopj.governance.section;

/** Closed: nothing moves any more (KU-23). */
public final class ClosedSection extends Section {
  ClosedSection(SectionRecord row) {
    super(row);
  }
}
