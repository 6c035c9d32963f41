package io.github.coopj.governance.membership;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.GroundKind;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.Council;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What the unanimous founding meeting (учредительное собрание) of a cooperative brings about: the founders are its first
 * members, the persons they elected its first Council (MEET-02, COUNCIL-02).
 */
public final class Founding {
  /** Number under which the decision of the founding meeting is recorded. */
  public static final long DECISION = 1;

  /** That decision, as the ground of what it brings about. */
  public static final Ground GROUND = new Ground(GroundKind.FOUNDING, DECISION);

  private final List<MembershipRecord> members;
  private final Council council;

  private Founding(List<MembershipRecord> members, Council council) {
    this.members = List.copyOf(members);
    this.council = council;
  }

  /**
   * Founds a cooperative. That all founders agree is for the caller to establish: each has signed.
   *
   * @param charter the charter that they adopt
   * @param founders one application each, all of individuals
   * @param council members of the first Council, founders all
   * @param chairman its Chairman, one of them
   * @param now time of the meeting
   * @return the first members and the first Council
   * @throws GovernanceException FOUNDER_TWICE, NOT_A_FOUNDER for a member of the Council who is none, OTHER_COOPERATIVE,
   *     REPRESENTATIVE_NOT_MEMBER for a founder who is no individual, COUNCIL_SIZE, DUPLICATE_SEAT, NOT_ONE_CHAIRMAN
   */
  public static Founding constitute(
      Charter charter,
      List<MembershipApplication> founders,
      List<Name> council,
      Name chairman,
      Instant now) {
    NavigableSet<Name> names = new TreeSet<>();
    List<MembershipRecord> members = new ArrayList<>();
    for (MembershipApplication founder : founders) {
      if (!names.add(founder.account())) {
        throw new GovernanceException(Reason.FOUNDER_TWICE, "account", founder.account());
      }
      members.add(Membership.applyUnverified(charter, founder, now)
          .founding(DECISION, now)
          .snapshot());
    }
    for (Name seat : council) {
      if (!names.contains(seat)) {
        throw new GovernanceException(Reason.NOT_A_FOUNDER, "account", seat);
      }
    }
    Council.requireSize(charter, council.size());
    List<Mandate> mandates = council.stream()
        .map(seat -> Mandate.ofTerm(
            seat,
            seat.equals(chairman) ? Office.CHAIRMAN : Office.MEMBER,
            now,
            charter.council().term(),
            charter.zone(),
            GROUND))
        .toList();
    return new Founding(members, Council.of(mandates));
  }

  /**
   * The first members.
   *
   * @return in the order of the founders
   */
  public List<MembershipRecord> members() {
    return members;
  }

  /**
   * The first Council.
   *
   * @return the Council
   */
  public Council council() {
    return council;
  }
}
