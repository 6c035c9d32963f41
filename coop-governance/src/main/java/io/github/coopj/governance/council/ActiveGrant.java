package io.github.coopj.governance.council;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.DocumentType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** In force, unless its time is over or a grantor has left office: every act asks. */
public final class ActiveGrant extends SignatureGrant {
  ActiveGrant(SignatureGrantRecord data) {
    super(data);
  }

  /**
   * What came of an act.
   *
   * @param grant the grant with one act more
   * @param act the act
   */
  public record Use(ActiveGrant grant, AutomaticAct act) {}

  /**
   * The grant as ended, if it has: its time is over, or a mandate of a grantor is no longer in force. A grantor elected
   * anew holds another mandate; a grant does not pass from one to the next.
   *
   * @param council the Council
   * @param now the moment
   * @return the ended grant, or nothing while it is in force
   */
  public Optional<EndedGrant> ended(Council council, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    if (at.compareTo(terms().until()) >= 0) {
      return Optional.of(new EndedGrant(data.ended(GrantStatus.EXPIRED, terms().until())));
    }
    boolean allInOffice = data.grantors().stream()
        .allMatch(granted -> council.mandates().stream()
            .anyMatch(mandate -> isSame(mandate, granted) && mandate.isInForce(now)));
    return allInOffice
        ? Optional.empty()
        : Optional.of(new EndedGrant(data.ended(GrantStatus.MANDATE_ENDED, at)));
  }

  private static boolean isSame(Mandate one, Mandate other) {
    return one.holder().equals(other.holder())
        && one.from().equals(other.from())
        && one.ground().equals(other.ground());
  }

  /**
   * Takes the grant back. Any member may at once, for each answers for what the Council does.
   *
   * @param council the Council
   * @param member a member in office
   * @param now the moment
   * @return the ended grant
   * @throws GovernanceException NOT_IN_COUNCIL, GRANT_ENDED, OUT_OF_ORDER
   */
  public EndedGrant revoke(Council council, Name member, Instant now) {
    council.requireMember(member, now);
    requireNotEnded(council, now);
    TimePointSec at = TimePointSec.of(now);
    CouncilDecision.requireNotBefore(at, data.grantedAt());
    CouncilDecision.requireNotBefore(at, data.lastActAt());
    return new EndedGrant(data.ended(GrantStatus.REVOKED, at));
  }

  /**
   * What the automated system has to sign to decide a matter as the next act.
   *
   * @param question number that the decision gets, 1 or more
   * @param task the matter
   * @param charter the charter in force
   * @return digest of {@link AutomaticActContent}
   */
  public Checksum256 hashToSign(long question, RoutineTask task, Charter charter) {
    return DocumentDigest.of(DocumentType.AUTOMATIC_ACT, content(question, task, charter));
  }

  /**
   * Decides a matter by the automated system.
   *
   * @param question number that the decision gets, 1 or more
   * @param task the matter
   * @param signature signature of the system over {@link #hashToSign}
   * @param council the Council
   * @param charter the charter in force
   * @param now the moment
   * @return the act, and the grant that the next act needs
   * @throws GovernanceException OTHER_COOPERATIVE, OUT_OF_ORDER before the grant begins or where the signature is dated
   *     outside of the grant, before the last act or in the future, GRANT_ENDED, GRANT_RESTS while the Chairman who
   *     signed it is suspended, GRANT_OUT_OF_SCOPE, CHECKLIST_INCOMPLETE, WRONG_CURRENCY, GRANT_OVER_AMOUNT,
   *     GRANT_DAY_FULL, GRANT_WRONG_KEY, SIGNATURE_FORGED
   */
  public Use decide(
      long question,
      RoutineTask task,
      DocumentSignature signature,
      Council council,
      Charter charter,
      Instant now) {
    requireCooperative(terms(), charter);
    requireInForce(council, now);
    requireScope(task, charter);
    long onDay = actsOn(now, charter) + 1;
    if (onDay > terms().mostPerDay()) {
      throw new GovernanceException(
          Reason.GRANT_DAY_FULL, "grant", id(), "limit", terms().mostPerDay());
    }
    AutomaticActContent content = content(question, task, charter);
    TimePointSec at = TimePointSec.of(now);
    requireSigned(signature, DocumentDigest.of(DocumentType.AUTOMATIC_ACT, content), at);
    AutomaticAct act =
        new AutomaticAct(new AutomaticActRecord(content, signature, responsible(), at));
    return new Use(new ActiveGrant(data.used(onDay, at, act.digest())), act);
  }

  private void requireInForce(Council council, Instant now) {
    TimePointSec at = TimePointSec.of(now);
    CouncilDecision.requireNotBefore(at, terms().from());
    CouncilDecision.requireNotBefore(at, data.grantedAt());
    CouncilDecision.requireNotBefore(at, data.lastActAt());
    requireNotEnded(council, now);
    if (council.isChairman(data.signer(), now) && council.isChairmanSuspended(now)) {
      throw new GovernanceException(Reason.GRANT_RESTS, "grant", id(), "signer", data.signer());
    }
  }

  private void requireNotEnded(Council council, Instant now) {
    ended(council, now).ifPresent(end -> {
      throw new GovernanceException(
          Reason.GRANT_ENDED, "grant", id(), "since", end.endedAt(), "cause", end.status());
    });
  }

  private void requireScope(RoutineTask task, Charter charter) {
    if (!task.cooperative().equals(terms().cooperative())) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE,
          "cooperative",
          terms().cooperative(),
          "addressed",
          task.cooperative());
    }
    if (!terms().types().contains(task.type())) {
      throw new GovernanceException(Reason.GRANT_OUT_OF_SCOPE, "type", task.type(), "grant", id());
    }
    task.requireReady();
    if (task.price().isPresent()) {
      Asset price = task.price().get();
      charter.autosign().requireWithin(price);
      if (price.amount() > terms().mostPerAct().amount()) {
        throw new GovernanceException(
            Reason.GRANT_OVER_AMOUNT, "amount", price, "limit", terms().mostPerAct());
      }
    }
  }

  private void requireSigned(DocumentSignature signature, Checksum256 hash, TimePointSec at) {
    if (!signature.signer().equals(terms().system())
        || !signature.key().equals(terms().key())) {
      throw new GovernanceException(
          Reason.GRANT_WRONG_KEY, "grant", id(), "signer", signature.signer());
    }
    CouncilDecision.requireNotBefore(at, signature.signedAt());
    CouncilDecision.requireNotBefore(signature.signedAt(), terms().from());
    CouncilDecision.requireNotBefore(signature.signedAt(), data.lastActAt());
    if (!signature.verifies(hash)) {
      throw new GovernanceException(
          Reason.SIGNATURE_FORGED, "account", signature.signer(), "document", hash);
    }
  }

  private long actsOn(Instant now, Charter charter) {
    return day(now, charter).equals(day(data.lastActAt().toInstant(), charter))
        ? data.actsOnDay()
        : 0;
  }

  private static LocalDate day(Instant at, Charter charter) {
    return at.atZone(charter.zone()).toLocalDate();
  }

  private AutomaticActContent content(long question, RoutineTask task, Charter charter) {
    return new AutomaticActContent(
        terms().cooperative(),
        id(),
        data.acts() + 1,
        data.lastAct(),
        question,
        task.type(),
        task.subject(),
        task.materials(),
        charter.digest());
  }
}
