package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.MandateRegister;
import io.github.coopj.governance.body.Office;
import java.util.List;

/** The mandates of all bodies of a cooperative, each read from the table of the contract that keeps it (COUNCIL-30). */
final class Mandates {
  private Mandates() {}

  /** Every mandate, ended ones too: Council, Board, Revision commission, sections. */
  static MandateRegister all(Context context, Name coop) {
    return MandateRegister.of(CouncilTables.councilOf(context, coop).mandates())
        .and(BoardTables.mandates(context, coop))
        .and(AuditTables.mandates(context, coop));
  }

  /** Every mandate outside of one body, which a new one in that body must go together with. */
  static List<Mandate> outside(Context context, Name coop, Office.Body body) {
    return all(context, coop)
        .and(SectionTables.mandates(context, coop).asOffices())
        .outside(body);
  }
}
