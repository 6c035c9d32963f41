package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.AdmissionChecklist;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.membership.FormerMemberships;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.person.IdentityClaim;
import io.github.coopj.governance.person.PersonKeys;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.Registrars;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.VerificationMethod;
import io.github.coopj.governance.person.Verified;
import io.github.coopj.governance.section.DelegationClause;
import io.github.coopj.governance.section.SectionChoice;
import io.github.coopj.governance.section.SectionMembership;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/**
 * Binds membership and verification to tables: applications, admission by the Council, identities (COUNCIL-12, IND-01,
 * USER-02). The rules are those of {@link Membership}, {@link Verification}, {@link Registrars} and {@link IdentityClaim}.
 *
 * <p>Members, verifications and registrars are rows in the scope of the cooperative: what one cooperative records about a
 * person holds in no other.
 */
@ContractTable(name = "members", row = MembershipRecord.class)
@ContractTable(name = "verified", row = Verification.class)
@ContractTable(name = "registrars", row = Registrars.class)
@ContractTable(name = "identities", row = MembershipTables.IdentitiesRow.class)
@ContractTable(name = "places", row = MembershipTables.PlaceRow.class)
@ContractTable(name = "former", row = FormerMemberships.class)
public final class MembershipContract extends JavaContract {
  private final Charters charters = new Charters();

  /** Creates the contract. */
  public MembershipContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Enters the founders as members; sent by the registry when a cooperative is founded.
   *
   * @param coop cooperative
   * @param founders their memberships
   */
  @AbiName("enroll")
  public record Enroll(Name coop, List<MembershipRecord> founders) {
    /** Copies the list. */
    public Enroll {
      founders = List.copyOf(founders);
    }
  }

  /**
   * Names the registrars who verify persons for a cooperative beside itself; those named before are replaced. The
   * cooperative authorises it.
   *
   * @param registrars the cooperative and its registrars
   */
  @AbiName("appoint")
  public record Appoint(Registrars registrars) {}

  /**
   * Records that a person was identified for a cooperative. The verifier authorises it.
   *
   * @param coop cooperative
   * @param verifier who identified the person: the cooperative or a registrar on its record
   * @param account account of the person
   * @param method how
   * @param person digests by which the person is known to the platform once
   * @param documentHash digest of the document that records it
   * @param expiresAt when it expires, the epoch for never
   */
  @AbiName("verify")
  public record Verify(
      Name coop,
      Name verifier,
      Name account,
      VerificationMethod method,
      PersonKeys person,
      @AbiName("document_hash") Checksum256 documentHash,
      @AbiName("expires_at") TimePointSec expiresAt) {}

  /**
   * Applies for membership. The applicant authorises it, and so does the representative where there is one (ORG-02).
   *
   * @param application the application
   * @param signature the applicant's signature under it
   * @param choice the section he chooses and delegates his vote to; needed where the cooperative has sections (KU-09)
   */
  @AbiName("apply")
  public record Apply(
      MembershipApplication application,
      DocumentSignature signature,
      Optional<SectionChoice> choice) {
    /**
     * Applies to a cooperative without sections.
     *
     * @param application the application
     * @param signature the applicant's signature under it
     */
    public Apply(MembershipApplication application, DocumentSignature signature) {
      this(application, signature, Optional.empty());
    }
  }

  /**
   * Chooses a section for the first time. The member authorises it (KU-09).
   *
   * @param choice the signed clause
   */
  @AbiName("choosesec")
  public record ChooseSection(SectionChoice choice) {}

  /**
   * Goes to another section from the day of the clause on. The member authorises it (KU-09, KU-23).
   *
   * @param choice the signed clause
   */
  @AbiName("transfer")
  public record Transfer(SectionChoice choice) {}

  /**
   * Makes an applicant a member by the Council's decision in force; anybody may send it.
   *
   * @param coop cooperative
   * @param account applicant
   * @param decision number of the decision, of the Council or of an automated system under its grant
   * @param checklist the criteria, among the papers of the decision
   */
  @AbiName("admit")
  public record Admit(
      Name coop, Name account, @AbiType("uint64") long decision, AdmissionChecklist checklist) {}

  /**
   * Refuses an applicant because the Council did not adopt his admission or the Chairman declined to sign it. The
   * cooperative authorises it; he may apply anew.
   *
   * @param coop cooperative
   * @param account applicant
   * @param decision number of the question of his admission
   */
  @AbiName("refuse")
  public record Refuse(
      Name coop, Name account, @AbiType("uint64") long decision) {}

  @ContractAction
  void enroll(Context context, Enroll data) {
    context.requireAuthorization(CooperativeAccounts.REGISTRY);
    charters.current(context, data.coop());
    Table<MembershipRecord> members = MembershipTables.members(context, data.coop());
    context.check(
        members.last().isEmpty(), "cooperative " + data.coop() + " has members, so it is founded");
    for (MembershipRecord founder : data.founders()) {
      context.check(
          context.isAccount(founder.account()), "account " + founder.account() + " does not exist");
      members.insert(context.receiver(), Membership.restore(founder).snapshot());
    }
  }

  @ContractAction
  void appoint(Context context, Appoint data) {
    Name coop = data.registrars().cooperative();
    context.requireAuthorization(coop);
    charters.current(context, coop);
    MembershipTables.registrarsTable(context, coop).put(context.receiver(), data.registrars());
  }

  @ContractAction
  void verify(Context context, Verify data) {
    context.requireAuthorization(data.verifier());
    context.check(
        context.isAccount(data.account()), "account " + data.account() + " does not exist");
    charters.current(context, data.coop());
    Registrars registrars = MembershipTables.registrarsTable(context, data.coop())
        .find(0)
        .orElse(Registrars.none(data.coop()));
    Verification verification = Persons.verificationOf(context, data.coop(), data.account())
        .verify(
            data.method(),
            data.verifier(),
            registrars,
            data.person(),
            data.documentHash(),
            Persons.now(context),
            data.expiresAt());
    MembershipTables.claim(context, data);
    Persons.verified(context, data.coop()).put(context.receiver(), verification);
  }

  @ContractAction
  void apply(Context context, Apply data) {
    MembershipApplication application = data.application();
    Name coop = application.cooperative();
    Verified applicant = Persons.acting(context, coop, application.account());
    Signed.require(context, data.signature(), application.digest(), application.account());
    Charter charter = charters.current(context, coop);
    Table<MembershipRecord> members = MembershipTables.members(context, coop);
    Membership.requireMayApply(
        members.find(application.account().value()).map(Membership::restore));
    Membership applied;
    if (application.kind() == PersonKind.INDIVIDUAL) {
      applied = Membership.apply(charter, application, applicant, Persons.now(context));
    } else {
      Name representative = application.representative();
      Membership.Active member =
          MembershipTables.membership(context, coop, representative).requireActive();
      applied = Membership.apply(
          charter,
          application,
          applicant,
          member,
          Persons.acting(context, coop, representative),
          Persons.now(context));
    }
    members
        .find(application.account().value())
        .ifPresent(last -> MembershipTables.formerTable(context, coop)
            .put(
                context.receiver(),
                MembershipTables.former(context, coop, application.account()).with(last)));
    members.put(context.receiver(), applied.snapshot());
    SectionMembership.onJoining(
            application.account(),
            data.choice(),
            SectionTables.lookup(context, coop),
            Signed.keys(context),
            Persons.now(context))
        .ifPresent(place -> MembershipTables.keep(context, coop, place));
  }

  @ContractAction
  void chooseSection(Context context, ChooseSection data) {
    DelegationClause clause = data.choice().clause();
    Name coop = clause.cooperative();
    Persons.acting(context, coop, clause.member());
    MembershipTables.membership(context, coop, clause.member()).requireActive();
    SectionMembership.requireNone(MembershipTables.place(context, coop, clause.member()));
    MembershipTables.keep(
        context,
        coop,
        SectionMembership.choose(
            clause.member(),
            data.choice(),
            SectionTables.lookup(context, coop),
            Signed.keys(context),
            Persons.now(context)));
  }

  @ContractAction
  void transfer(Context context, Transfer data) {
    DelegationClause clause = data.choice().clause();
    Name coop = clause.cooperative();
    Persons.acting(context, coop, clause.member());
    SectionMembership place = MembershipTables.place(context, coop, clause.member())
        .orElseThrow(() -> new InvalidValueException(clause.member() + " has no section to leave"));
    MembershipTables.keep(
        context,
        coop,
        place.transfer(
            data.choice(),
            SectionTables.open(context, coop),
            SectionTables.lookup(context, coop),
            Signed.keys(context),
            Persons.now(context)));
  }

  @ContractAction
  void admit(Context context, Admit data) {
    Membership.Applied applied =
        MembershipTables.membership(context, data.coop(), data.account()).requireApplied();
    Membership.Active active = applied.admit(
        CouncilTables.inForce(context, data.coop(), data.decision()),
        data.checklist(),
        Persons.now(context));
    MembershipTables.members(context, data.coop()).update(active.snapshot());
  }

  @ContractAction
  void leave(Context context, ExitActions.Leave data) {
    Exits.leave(context, data);
  }

  @ContractAction
  void exclude(Context context, ExitActions.Exclude data) {
    Exits.exclude(context, data);
  }

  @ContractAction
  void refuse(Context context, Refuse data) {
    context.requireAuthorization(data.coop());
    Membership.Applied applied =
        MembershipTables.membership(context, data.coop(), data.account()).requireApplied();
    CouncilDecision decision = CouncilTables.question(context, data.coop(), data.decision());
    Membership.Refused refused = decision.status() == DecisionStatus.DECLINED
        ? applied.refuse(decision.requireDeclined(), Persons.now(context))
        : applied.refuse(decision.requireRejected(), Persons.now(context));
    MembershipTables.members(context, data.coop()).update(refused.snapshot());
    MembershipTables.place(context, data.coop(), data.account())
        .ifPresent(place ->
            MembershipTables.keep(context, data.coop(), place.leave(Persons.now(context))));
  }
}
