package io.github.coopj.chain.cooperative;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.council.CouncilDecision;
import io.github.coopj.governance.council.DecisionStatus;
import io.github.coopj.governance.document.DocumentSignature;
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
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
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
@ContractTable(name = "identities", row = MembershipContract.IdentitiesRow.class)
public final class MembershipContract extends JavaContract {
  static final Name MEMBERS = Name.of("members");
  static final Name VERIFIED = Name.of("verified");
  static final Name REGISTRARS = Name.of("registrars");
  static final Name IDENTITIES = Name.of("identities");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public MembershipContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Claims of identities whose keys begin with the same 8 bytes; keyed by those.
   *
   * @param prefix the first 8 bytes, little-endian, read as a signed number
   * @param claims the claims
   */
  public record IdentitiesRow(long prefix, List<IdentityClaim> claims) {
    /** Copies the list. */
    public IdentitiesRow {
      claims = List.copyOf(claims);
    }
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
   */
  @AbiName("apply")
  public record Apply(MembershipApplication application, DocumentSignature signature) {}

  /**
   * Makes an applicant a member by the Council's decision in force; anybody may send it.
   *
   * @param coop cooperative
   * @param account applicant
   * @param decision number of the Council's decision
   */
  @AbiName("admit")
  public record Admit(
      Name coop, Name account, @AbiType("uint64") long decision) {}

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
    Table<MembershipRecord> members = members(context, data.coop());
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
    registrarsTable(context, coop).put(context.receiver(), data.registrars());
  }

  @ContractAction
  void verify(Context context, Verify data) {
    context.requireAuthorization(data.verifier());
    context.check(
        context.isAccount(data.account()), "account " + data.account() + " does not exist");
    charters.current(context, data.coop());
    Registrars registrars =
        registrarsTable(context, data.coop()).find(0).orElse(Registrars.none(data.coop()));
    Verification verification = Persons.verificationOf(context, data.coop(), data.account())
        .verify(
            data.method(),
            data.verifier(),
            registrars,
            data.person(),
            data.documentHash(),
            Persons.now(context),
            data.expiresAt());
    claim(context, data);
    Persons.verified(context, data.coop()).put(context.receiver(), verification);
  }

  @ContractAction
  void apply(Context context, Apply data) {
    MembershipApplication application = data.application();
    Name coop = application.cooperative();
    Verified applicant = Persons.acting(context, coop, application.account());
    Signed.require(context, data.signature(), application.digest(), application.account());
    Charter charter = charters.current(context, coop);
    Table<MembershipRecord> members = members(context, coop);
    Membership.requireMayApply(
        members.find(application.account().value()).map(Membership::restore));
    Membership applied;
    if (application.kind() == PersonKind.INDIVIDUAL) {
      applied = Membership.apply(charter, application, applicant, Persons.now(context));
    } else {
      Name representative = application.representative();
      Membership.Active member = membership(context, coop, representative).requireActive();
      applied = Membership.apply(
          charter,
          application,
          applicant,
          member,
          Persons.acting(context, coop, representative),
          Persons.now(context));
    }
    members.put(context.receiver(), applied.snapshot());
  }

  @ContractAction
  void admit(Context context, Admit data) {
    Membership.Applied applied =
        membership(context, data.coop(), data.account()).requireApplied();
    Membership.Active active = applied.admit(
        CouncilContract.inForce(context, data.coop(), data.decision()), Persons.now(context));
    members(context, data.coop()).update(active.snapshot());
  }

  @ContractAction
  void refuse(Context context, Refuse data) {
    context.requireAuthorization(data.coop());
    Membership.Applied applied =
        membership(context, data.coop(), data.account()).requireApplied();
    CouncilDecision decision = CouncilContract.question(context, data.coop(), data.decision());
    Membership.Refused refused = decision.status() == DecisionStatus.DECLINED
        ? applied.refuse(decision.requireDeclined(), Persons.now(context))
        : applied.refuse(decision.requireRejected(), Persons.now(context));
    members(context, data.coop()).update(refused.snapshot());
  }

  /** Requires that an account is a member of a cooperative and identified. */
  static void requireActive(Context context, Name coop, Name account) {
    membership(context, coop, account)
        .requireActive()
        .requireFullParticipant(
            Persons.verificationOf(context, coop, account), Persons.now(context));
  }

  /** Memberships of a cooperative, in the order of the accounts, for any contract to read. */
  static Table<MembershipRecord> members(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.MEMBERSHIP)
        ? context.table(
            MEMBERS, coop, MembershipRecord.class, row -> row.account().value())
        : context.table(
            CooperativeAccounts.MEMBERSHIP,
            MEMBERS,
            coop,
            MembershipRecord.class,
            row -> row.account().value());
  }

  /** Membership of an account, for any contract to read. */
  static Membership membership(Context context, Name coop, Name account) {
    return members(context, coop)
        .find(account.value())
        .map(Membership::restore)
        .orElseThrow(() -> new InvalidValueException(account + " has not applied to " + coop));
  }

  private static Table<Registrars> registrarsTable(Context context, Name coop) {
    return context.table(REGISTRARS, coop, Registrars.class, row -> 0);
  }

  private static void claim(Context context, Verify data) {
    long prefix = new AbiReader(data.person().identityKey().toBytes()).readI64();
    Table<IdentitiesRow> identities =
        context.table(IDENTITIES, context.receiver(), IdentitiesRow.class, IdentitiesRow::prefix);
    IdentitiesRow row = identities.find(prefix).orElse(new IdentitiesRow(prefix, List.of()));
    Optional<IdentityClaim> existing = row.claims().stream()
        .filter(claim -> claim.identityKey().equals(data.person().identityKey()))
        .findFirst();
    IdentityClaim claimed =
        IdentityClaim.claim(data.person().identityKey(), data.account(), existing);
    if (existing.isEmpty()) {
      List<IdentityClaim> claims = new ArrayList<>(row.claims());
      claims.add(claimed);
      identities.put(context.receiver(), new IdentitiesRow(prefix, claims));
    }
  }
}
