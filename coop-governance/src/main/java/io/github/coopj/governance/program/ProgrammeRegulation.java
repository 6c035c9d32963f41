package io.github.coopj.governance.program;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import java.util.List;

/**
 * The regulation (положение) of a programme in one version: what the Council approves and each participant consents to.
 *
 * @param cooperative account of the cooperative
 * @param programme number of the programme, above {@link Programme#ADMISSION_ID}
 * @param version 1 for the first, one more for each revision
 * @param title name of the programme, not blank
 * @param sections text by section; approval asks for all of them
 * @param fee how big a contribution is and how it is divided
 * @param charterDigest digest of the charter that the regulation accords with (CPP-02)
 * @param requests digests of the members' requests (наказы) it answers, may be empty (CPP-03)
 * @param funds whether it touches rules of funds, so that the general meeting approves it too (COUNCIL-22, MEET-28)
 */
public record ProgrammeRegulation(
    Name cooperative,
    @AbiType("uint64") long programme,
    int version,
    String title,
    List<Section> sections,
    FeeRule fee,
    Checksum256 charterDigest,
    List<Checksum256> requests,
    boolean funds) {
  /**
   * Text of one section.
   *
   * @param section which section
   * @param text its text
   */
  public record Section(RegulationSection section, String text) {}

  /** Checks number, version and title. */
  public ProgrammeRegulation {
    sections = List.copyOf(sections);
    requests = List.copyOf(requests);
    if (programme <= Programme.ADMISSION_ID) {
      throw new InvalidValueException(
          "number of a programme must be above " + Programme.ADMISSION_ID + ", got " + programme);
    }
    if (version < 1 || title.isBlank()) {
      throw new InvalidValueException(
          "a regulation needs a title and a version of 1 or more, got version " + version + " of "
              + title);
    }
  }

  /**
   * A regulation that touches no rules of funds.
   *
   * @param cooperative account of the cooperative
   * @param programme number of the programme
   * @param version 1 for the first, one more for each revision
   * @param title name of the programme, not blank
   * @param sections text by section
   * @param split proportion of share and membership contribution
   * @param charterDigest digest of the charter that the regulation accords with
   * @param requests digests of the members' requests it answers
   */
  public ProgrammeRegulation(
      Name cooperative,
      long programme,
      int version,
      String title,
      List<Section> sections,
      SplitRule split,
      Checksum256 charterDigest,
      List<Checksum256> requests) {
    this(
        cooperative,
        programme,
        version,
        title,
        sections,
        new RelativeFee(split),
        charterDigest,
        requests,
        false);
  }

  /**
   * The same regulation, touching rules of funds.
   *
   * @return a regulation that differs in this only
   */
  public ProgrammeRegulation touchingFunds() {
    return new ProgrammeRegulation(
        cooperative, programme, version, title, sections, fee, charterDigest, requests, true);
  }

  /**
   * The same regulation with another fee rule.
   *
   * @param other the rule
   * @return a regulation that differs in this only
   */
  public ProgrammeRegulation withFee(FeeRule other) {
    return new ProgrammeRegulation(
        cooperative, programme, version, title, sections, other, charterDigest, requests, funds);
  }

  /**
   * What the Council approves and each participant consents to.
   *
   * @return digest over every component
   */
  public Checksum256 digest() {
    return DocumentDigest.of(DocumentType.PROGRAMME_REGULATION, this);
  }

  /**
   * Refuses a regulation without the text of a section (CPP-11).
   *
   * @throws GovernanceException PROGRAMME_SECTION_MISSING naming the first one
   */
  public void requireComplete() {
    for (RegulationSection needed : RegulationSection.values()) {
      if (sections.stream().noneMatch(s -> s.section() == needed && !s.text().isBlank())) {
        throw new GovernanceException(Reason.PROGRAMME_SECTION_MISSING, "section", needed);
      }
    }
  }
}
