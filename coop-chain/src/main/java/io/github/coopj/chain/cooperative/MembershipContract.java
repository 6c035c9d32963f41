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
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.person.IdentityClaim;
import io.github.coopj.governance.person.PersonKind;
import io.github.coopj.governance.person.Verification;
import io.github.coopj.governance.person.VerificationMethod;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds membership and verification to tables: applications, admission by the Council, identities (COUNCIL-12, IND-01,
 * USER-02). The rules are those of {@link Membership}, {@link Verification} and {@link IdentityClaim}.
 */
@ContractTable(name = "members", row = MembershipRecord.class)
@ContractTable(name = "verified", row = Verification.class)
@ContractTable(name = "identities", row = MembershipContract.IdentitiesRow.class)
public final class MembershipContract extends JavaContract {
  static final Name MEMBERS = Name.of("members");
  static final Name VERIFIED = Name.of("verified");
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
   * Records that a person was identified. The verifier authorises it.
   *
   * @param verifier who identified the person
   * @param account account of the person
   * @param method how
   * @param identityKey digest by which the identity is known to the platform once
   * @param documentHash digest of the document that records it
   * @param expiresAt when it expires, the epoch for never
   */
  @AbiName("verify")
  public record Verify(
      Name verifier,
      Name account,
      VerificationMethod method,
      @AbiName("identity_key") Checksum256 identityKey,
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

  @ContractAction
  void enroll(Context context, Enroll data) {
    context.requireAuthorization(CooperativeAccounts.REGISTRY);
    Table<MembershipRecord> members = members(context, data.coop());
    for (MembershipRecord founder : data.founders()) {
      context.check(
          context.isAccount(founder.account()), "account " + founder.account() + " does not exist");
      members.insert(context.receiver(), Membership.restore(founder).snapshot());
    }
  }

  @ContractAction
  void verify(Context context, Verify data) {
    context.requireAuthorization(data.verifier());
    context.check(
        context.isAccount(data.account()), "account " + data.account() + " does not exist");
    claim(context, data);
    Table<Verification> verified = context.table(
        VERIFIED, context.receiver(), Verification.class, row -> row.account().value());
    Verification before =
        verified.find(data.account().value()).orElse(Verification.none(data.account()));
    verified.put(
        context.receiver(),
        before.verify(
            data.method(),
            data.verifier(),
            data.identityKey(),
            data.documentHash(),
            now(context),
            data.expiresAt()));
  }

  @ContractAction
  void apply(Context context, Apply data) {
    MembershipApplication application = data.application();
    context.requireAuthorization(application.account());
    if (!application.representative().isEmpty()) {
      context.requireAuthorization(application.representative());
    }
    Signed.require(context, data.signature(), application.digest(), application.account());
    Charter charter = charters.current(context, application.cooperative());
    Membership applied = application.kind() == PersonKind.INDIVIDUAL
        ? Membership.apply(charter, application, now(context))
        : Membership.apply(
            charter,
            application,
            membership(context, application.cooperative(), application.representative())
                .requireActive(),
            now(context));
    members(context, application.cooperative()).insert(context.receiver(), applied.snapshot());
  }

  @ContractAction
  void admit(Context context, Admit data) {
    Membership.Applied applied =
        membership(context, data.coop(), data.account()).requireApplied();
    Membership.Active active =
        applied.admit(CouncilContract.inForce(context, data.coop(), data.decision()), now(context));
    members(context, data.coop()).update(active.snapshot());
  }

  /** Requires that an account is a member of a cooperative and identified. */
  static void requireActive(Context context, Name coop, Name account) {
    membership(context, coop, account)
        .requireActive()
        .requireFullParticipant(verificationOf(context, account), now(context));
  }

  /** Requires that an account is identified, before it votes or signs a document of governance (IND-01). */
  static void requireVerified(Context context, Name account) {
    verificationOf(context, account).requireVerified(account, now(context));
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

  private static Verification verificationOf(Context context, Name account) {
    return context
        .table(
            CooperativeAccounts.MEMBERSHIP,
            VERIFIED,
            CooperativeAccounts.MEMBERSHIP,
            Verification.class,
            row -> row.account().value())
        .find(account.value())
        .orElse(Verification.none(account));
  }

  private static void claim(Context context, Verify data) {
    long prefix = new AbiReader(data.identityKey().toBytes()).readI64();
    Table<IdentitiesRow> identities =
        context.table(IDENTITIES, context.receiver(), IdentitiesRow.class, IdentitiesRow::prefix);
    IdentitiesRow row = identities.find(prefix).orElse(new IdentitiesRow(prefix, List.of()));
    Optional<IdentityClaim> existing = row.claims().stream()
        .filter(claim -> claim.identityKey().equals(data.identityKey()))
        .findFirst();
    IdentityClaim claimed = IdentityClaim.claim(data.identityKey(), data.account(), existing);
    if (existing.isEmpty()) {
      List<IdentityClaim> claims = new ArrayList<>(row.claims());
      claims.add(claimed);
      identities.put(context.receiver(), new IdentitiesRow(prefix, claims));
    }
  }

  private static Instant now(Context context) {
    return context.currentTime().toInstant();
  }
}
