package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.section.Section;
import io.github.coopj.governance.section.SectionMandate;
import io.github.coopj.governance.section.SectionMandateRecord;
import io.github.coopj.governance.section.SectionMandates;
import io.github.coopj.governance.section.SectionRecord;
import java.util.ArrayList;
import java.util.List;

/** Sections of a cooperative and their chairmen, as the account of the sections has them; none where it has no tables. */
final class SectionRows {
  private static final Name ACCOUNT = Name.of("section");

  private SectionRows() {}

  /** All sections, closed ones included, by number. */
  static List<Section> all(Context context, Name coop) {
    List<Section> all = new ArrayList<>();
    context
        .table(ACCOUNT, Name.of("sections"), coop, SectionRecord.class, SectionRecord::id)
        .forEach(row -> all.add(Section.restore(row)));
    return all;
  }

  /** Mandates of the chairmen of all sections. */
  static SectionMandates mandates(Context context, Name coop) {
    List<SectionMandate> mandates = new ArrayList<>();
    context
        .table(
            ACCOUNT,
            Name.of("mandates"),
            coop,
            SectionMandateRecord.class,
            SectionMandateRecord::meeting)
        .forEach(row -> mandates.add(SectionMandate.restore(row)));
    return new SectionMandates(mandates);
  }
}
