package io.github.coopj.governance.council;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.List;

/**
 * An automatic act as it is stored.
 *
 * @param content what was decided, by which grant, after which act
 * @param signature signature of the automated system under it
 * @param responsible who answers for it: the grantors (COUNCIL-07)
 * @param at when it was done
 */
public record AutomaticActRecord(
    AutomaticActContent content,
    DocumentSignature signature,
    List<Name> responsible,
    TimePointSec at) {
  /** Keeps a copy of the names. */
  public AutomaticActRecord {
    responsible = List.copyOf(responsible);
  }
}
