package io.github.coopj.governance.council;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What the Council delegates to an automated system (COUNCIL-06): which decisions, up to which amount, how many a day,
 * from when until when. The system signs with a key of its own; no key of a person is ever handed over.
 *
 * @param cooperative account of the cooperative
 * @param system account of the automated system
 * @param key public key of the system, the only one that signs under the grant
 * @param types kinds of questions it may decide, each once
 * @param mostPerAct most that one act may cost; 0 or more
 * @param mostPerDay most acts on one day in the zone of the cooperative; 1 or more
 * @param from first second of the grant
 * @param until first second after the grant
 */
public record GrantTerms(
    Name cooperative,
    Name system,
    PublicKey key,
    List<QuestionType> types,
    Asset mostPerAct,
    @AbiType("uint32") long mostPerDay,
    TimePointSec from,
    TimePointSec until) {
  /** Refuses terms that grant nothing or that contradict themselves. */
  public GrantTerms {
    Objects.requireNonNull(key, "key");
    types = List.copyOf(types);
    if (cooperative.isEmpty() || system.isEmpty()) {
      throw new InvalidValueException("a grant names the cooperative and the automated system");
    }
    if (types.isEmpty() || new HashSet<>(types).size() != types.size()) {
      throw new InvalidValueException("a grant names kinds of questions, each once, got " + types);
    }
    if (mostPerAct.isNegative() || mostPerDay < 1) {
      throw new InvalidValueException(
          "a grant needs an amount of 0 or more and 1 act a day or more, got " + mostPerAct
              + " and " + mostPerDay);
    }
    if (until.compareTo(from) <= 0) {
      throw new InvalidValueException("a grant ends after it begins, got " + from + " to " + until);
    }
  }

  /**
   * Subject of the question of the grant.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.SIGNATURE_GRANT, this);
  }
}
