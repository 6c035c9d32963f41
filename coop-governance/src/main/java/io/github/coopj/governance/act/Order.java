package io.github.coopj.governance.act;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order in force. It binds employees and nobody else; a member who is not employed is not bound (BCHAIR-04).
 *
 * @param text the order
 * @param body the body whose head issued it
 * @param issuer who signed it
 * @param mandate the decision that his mandate stands on
 * @param source digest of what gives him the power
 * @param at when
 */
public record Order(
    OrderText text,
    Office.Body body,
    Name issuer,
    Ground mandate,
    Checksum256 source,
    TimePointSec at) {
  /**
   * Issues an order: the chairman of the Board does, or the Chairman of the Council where there is no Board.
   *
   * @param text the order
   * @param signature his signature over its digest
   * @param officers who heads the bodies
   * @param staff who is employed
   * @param keys which keys sign for which accounts
   * @param now the moment
   * @return the order
   * @throws GovernanceException as {@link Competence#require}; SIGNATURE_FORGED, NOT_AN_EMPLOYEE for an addressee outside
   *     the staff, ALREADY_EMPLOYED for who is hired twice
   */
  public static Order issue(
      OrderText text,
      DocumentSignature signature,
      Officers officers,
      Staff staff,
      SignerKeys keys,
      Instant now) {
    Name issuer = signature.signer();
    ActText act = new ActText(
        text.cooperative(),
        text.id(),
        issuer,
        Board.executive(officers.board(), now),
        text.kind(),
        Optional.empty(),
        text.digest());
    Authority authority = new Competence(officers).require(act, now);
    signature.requireGenuine(text.digest(), issuer, keys.until(now));
    for (Name addressee : text.addressees()) {
      boolean employed = staff.find(addressee).filter(e -> e.isInForce(now)).isPresent();
      if (employed == (text.kind() == ActKind.HIRE)) {
        throw new GovernanceException(
            employed ? Reason.ALREADY_EMPLOYED : Reason.NOT_AN_EMPLOYEE, "account", addressee);
      }
    }
    return new Order(
        text, act.body(), issuer, authority.mandate(), authority.source(), TimePointSec.of(now));
  }

  /**
   * What the order changes in the staff.
   *
   * @param staff who was employed before
   * @return the employments that begin or end, in the order of the addressees
   */
  public List<Employment> changes(Staff staff) {
    List<Employment> changed = new ArrayList<>();
    for (Name addressee : text.addressees()) {
      if (text.kind() == ActKind.HIRE) {
        changed.add(new Employment(addressee, text.id(), at, 0, TimePointSec.EPOCH));
      } else if (text.kind() == ActKind.DISMISS) {
        Employment before = staff.find(addressee).orElseThrow();
        changed.add(new Employment(addressee, before.hired(), before.from(), text.id(), at));
      }
    }
    return changed;
  }
}
