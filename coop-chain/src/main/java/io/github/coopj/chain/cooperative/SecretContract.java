package io.github.coopj.chain.cooperative;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.ContractAction;
import io.github.coopj.chain.contract.ContractTable;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.Table;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.AbiType;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.meeting.ConvenedMeeting;
import io.github.coopj.governance.secret.CeremonyPlan;
import io.github.coopj.governance.secret.CeremonyRecord;
import io.github.coopj.governance.secret.CommittingCeremony;
import io.github.coopj.governance.secret.Confirmation;
import io.github.coopj.governance.secret.KeyCeremony;
import io.github.coopj.governance.secret.ReadyCeremony;
import io.github.coopj.governance.secret.SealedShare;
import io.github.coopj.governance.secret.TrusteeCommitment;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/**
 * Binds the ceremony in which trustees (хранители ключа) make the key of the secret ballots of a meeting to a table (MEET-13). The
 * rules are those of {@link KeyCeremony}; nothing in the table is secret. Ballots, sums and shares of the count are with the
 * meeting, see {@link MeetingContract}.
 */
@ContractTable(name = "ceremonies", row = CeremonyRecord.class)
public final class SecretContract extends JavaContract {
  static final Name CEREMONIES = Name.of("ceremonies");

  private final Charters charters = new Charters();

  /** Creates the contract. */
  public SecretContract() {
    super(MethodHandles.lookup(), 1);
  }

  /**
   * Begins a ceremony by the Council's decision over its plan; anybody may.
   *
   * @param plan who makes the key, and until when
   * @param decision number of the Council's decision over the digest of the plan
   */
  @AbiName("setup")
  public record SetUp(CeremonyPlan plan, @AbiType("uint64") long decision) {}

  /**
   * Publishes a trustee's commitment.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param trustee who commits
   * @param commitment points and proofs
   */
  @AbiName("commit")
  public record Commit(
      Name coop, @AbiType("uint64") long meeting, Name trustee, TrusteeCommitment commitment) {}

  /**
   * Sends a share to another trustee.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param trustee who sends it
   * @param share the share, sealed to the other
   */
  @AbiName("share")
  public record Share(
      Name coop, @AbiType("uint64") long meeting, Name trustee, SealedShare share) {}

  /**
   * Says that the share of another is wrong or missing.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param trustee who complains
   * @param against number of the other
   */
  @AbiName("complain")
  public record Complain(Name coop, @AbiType("uint64") long meeting, Name trustee, int against) {}

  /**
   * Answers a complaint by opening the share.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param trustee who answers
   * @param complainant number of who complained
   * @param share the share, 32 bytes
   */
  @AbiName("answer")
  public record Open(
      Name coop, @AbiType("uint64") long meeting, Name trustee, int complainant, Bytes share) {}

  /**
   * Proves that a trustee holds his share of the key.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   * @param trustee who confirms
   * @param confirmation the proof
   */
  @AbiName("confirm")
  public record Confirm(
      Name coop, @AbiType("uint64") long meeting, Name trustee, Confirmation confirmation) {}

  /**
   * Gives up a ceremony whose time is over; anybody may.
   *
   * @param coop cooperative
   * @param meeting number of the meeting
   */
  @AbiName("giveup")
  public record GiveUp(Name coop, @AbiType("uint64") long meeting) {}

  @ContractAction
  void setUp(Context context, SetUp data) {
    CeremonyPlan plan = data.plan();
    Name coop = plan.cooperative();
    ConvenedMeeting meeting =
        MeetingTables.meeting(context, coop, plan.meeting()).requireConvened();
    store(
        context,
        meeting.beginCeremony(
            plan,
            find(context, coop, plan.meeting()),
            CouncilTables.inForce(context, coop, data.decision()),
            MeetingTables.rollOf(context, plan.meeting()),
            CouncilTables.councilOf(context, coop),
            charters.version(context, coop, meeting.snapshot().charterVersion()),
            Persons.now(context)));
  }

  @ContractAction
  void commit(Context context, Commit data) {
    Persons.acting(context, data.coop(), data.trustee());
    store(
        context,
        load(context, data.coop(), data.meeting())
            .requireCommitting()
            .commit(data.trustee(), data.commitment(), Persons.now(context)));
  }

  @ContractAction
  void share(Context context, Share data) {
    Persons.acting(context, data.coop(), data.trustee());
    store(
        context,
        load(context, data.coop(), data.meeting())
            .requireSharing()
            .share(data.trustee(), data.share(), Persons.now(context)));
  }

  @ContractAction
  void complain(Context context, Complain data) {
    Persons.acting(context, data.coop(), data.trustee());
    store(
        context,
        load(context, data.coop(), data.meeting())
            .requireSharing()
            .complain(data.trustee(), data.against(), Persons.now(context)));
  }

  @ContractAction
  void answer(Context context, Open data) {
    Persons.acting(context, data.coop(), data.trustee());
    store(
        context,
        load(context, data.coop(), data.meeting())
            .requireSharing()
            .answer(
                data.trustee(),
                data.complainant(),
                Scalar.decode(data.share()),
                Persons.now(context)));
  }

  @ContractAction
  void confirm(Context context, Confirm data) {
    Persons.acting(context, data.coop(), data.trustee());
    store(
        context,
        load(context, data.coop(), data.meeting())
            .requireSharing()
            .confirm(data.trustee(), data.confirmation(), Persons.now(context)));
  }

  @ContractAction
  void giveUp(Context context, GiveUp data) {
    KeyCeremony ceremony = load(context, data.coop(), data.meeting());
    store(
        context,
        ceremony instanceof CommittingCeremony committing
            ? committing.giveUp(Persons.now(context))
            : ceremony.requireSharing().giveUp(Persons.now(context)));
  }

  /** The key of a meeting, as another contract needs it; none unless its ceremony has ended well. */
  static Optional<ReadyCeremony> ready(Context context, Name coop, long meeting) {
    return find(context, coop, meeting)
        .filter(ReadyCeremony.class::isInstance)
        .map(ReadyCeremony.class::cast);
  }

  private static KeyCeremony load(Context context, Name coop, long meeting) {
    return find(context, coop, meeting)
        .orElseThrow(() -> new InvalidValueException(
            "cooperative " + coop + " has no key ceremony of meeting " + meeting));
  }

  private static Optional<KeyCeremony> find(Context context, Name coop, long meeting) {
    return ceremonies(context, coop).find(meeting).map(KeyCeremony::restore);
  }

  private static void store(Context context, KeyCeremony next) {
    CeremonyRecord row = next.snapshot();
    ceremonies(context, row.plan().cooperative()).put(context.receiver(), row);
  }

  private static Table<CeremonyRecord> ceremonies(Context context, Name coop) {
    return context.receiver().equals(CooperativeAccounts.SECRET)
        ? context.table(
            CEREMONIES, coop, CeremonyRecord.class, row -> row.plan().meeting())
        : context.table(
            CooperativeAccounts.SECRET,
            CEREMONIES,
            coop,
            CeremonyRecord.class,
            row -> row.plan().meeting());
  }
}
