package io.github.coopj.samples.year;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.person.Organization;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.samples.year.data.MemberRow;

/** Writes applications for membership; personal data enter them as salted digests only. */
final class Applications {
  private final World world;

  Applications(World world) {
    this.world = world;
  }

  /** The application of a row of the file, written now. */
  MembershipApplication of(MemberRow applicant) {
    boolean organization = applicant.person() instanceof Organization;
    return new MembershipApplication(
        world.cooperative(),
        applicant.account(),
        applicant.person().kind(),
        applicant.person().digest(world.salt()),
        applicant.person().kind() == PersonKind.INDIVIDUAL
            ? Name.EMPTY
            : applicant.representative(),
        organization ? authorityOf(applicant) : Checksum256.ZERO,
        TimePointSec.of(world.now()));
  }

  /** Stands for the digest of the scanned document that gives the representative his powers. */
  private static Checksum256 authorityOf(MemberRow applicant) {
    return Checksum256.sha256(Bytes.ofUtf8("power of attorney for " + applicant.account()));
  }
}
