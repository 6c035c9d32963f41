package io.github.coopj.governance.board;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom the Council appoints to the Board (BCHAIR-01).
 *
 * @param cooperative account of the cooperative
 * @param members all members, each once
 * @param chairman one of them
 */
public record BoardSeats(Name cooperative, List<Name> members, Name chairman) {
  /** Refuses a member named twice and a chairman who is no member. */
  public BoardSeats {
    members = List.copyOf(members);
    Set<Name> seen = new HashSet<>();
    for (Name member : members) {
      if (!seen.add(member)) {
        throw new GovernanceException(Reason.DUPLICATE_SEAT, "account", member);
      }
    }
    if (!seen.contains(chairman)) {
      throw new GovernanceException(Reason.NOT_ONE_CHAIRMAN, "chairmen", 0);
    }
  }

  /**
   * Subject of the Council's question APPOINTMENT.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.COUNCIL_DECISION, this);
  }
}
