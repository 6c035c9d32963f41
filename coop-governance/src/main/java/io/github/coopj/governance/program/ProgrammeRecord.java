package io.github.coopj.governance.program;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;

/**
 * A programme as it is stored.
 *
 * @param id number of the programme within the cooperative, above {@link Programme#ADMISSION_ID}
 * @param cooperative account of the cooperative
 * @param title name of the programme
 * @param version version of the regulation
 * @param regulationHash digest of the regulation
 * @param charterDigest digest of the charter that the regulation accords with
 * @param fee how big a contribution is and how it is divided
 * @param status state
 * @param decisionId decision of the Council that approved the version or closed the programme, 0 in a draft
 * @param since when the present version or the closure took effect, 0 in a draft
 * @param funds whether the version touches rules of funds (COUNCIL-22)
 * @param meeting decision of the general meeting that approved such a version too, 0 elsewhere
 */
public record ProgrammeRecord(
    @AbiType("uint64") long id,
    Name cooperative,
    String title,
    int version,
    Checksum256 regulationHash,
    Checksum256 charterDigest,
    FeeRule fee,
    ProgrammeStatus status,
    @AbiType("uint64") long decisionId,
    TimePointSec since,
    boolean funds,
    @AbiType("uint64") long meeting) {
  /**
   * A programme that touches no rules of funds.
   *
   * @param id number of the programme within the cooperative
   * @param cooperative account of the cooperative
   * @param title name of the programme
   * @param version version of the regulation
   * @param regulationHash digest of the regulation
   * @param charterDigest digest of the charter that the regulation accords with
   * @param split proportion of share and membership contribution
   * @param status state
   * @param decisionId decision of the Council
   * @param since when the present version or the closure took effect
   */
  public ProgrammeRecord(
      long id,
      Name cooperative,
      String title,
      int version,
      Checksum256 regulationHash,
      Checksum256 charterDigest,
      SplitRule split,
      ProgrammeStatus status,
      long decisionId,
      TimePointSec since) {
    this(
        id,
        cooperative,
        title,
        version,
        regulationHash,
        charterDigest,
        new RelativeFee(split),
        status,
        decisionId,
        since,
        false,
        0);
  }

  /** Refuses parts that contradict each other. */
  void requireConsistent() {
    boolean decided = status != ProgrammeStatus.DRAFT;
    boolean whole = id > Programme.ADMISSION_ID
        && !cooperative.isEmpty()
        && !title.isBlank()
        && version >= 1
        && !regulationHash.equals(Checksum256.ZERO)
        && !charterDigest.equals(Checksum256.ZERO);
    if (!whole
        || decided != (decisionId >= 1)
        || decided == since.equals(TimePointSec.EPOCH)
        || (!decided && version != 1)
        || (decided && funds) != (meeting >= 1)) {
      throw new InvalidValueException(
          "programme " + id + " is " + status + " and its parts contradict that: " + this);
    }
  }

  /** The same programme in another state. */
  ProgrammeRecord with(ProgrammeStatus next, long decision, long ofMeeting, TimePointSec at) {
    return new ProgrammeRecord(
        id,
        cooperative,
        title,
        version,
        regulationHash,
        charterDigest,
        fee,
        next,
        decision,
        at,
        funds,
        ofMeeting);
  }
}
