package io.github.coopj.testkit;

import static io.github.coopj.testkit.Steps.CHAIRMAN;
import static io.github.coopj.testkit.Steps.START;
import static io.github.coopj.testkit.Steps.founder;
import static io.github.coopj.testkit.assertj.CoopAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.chain.cooperative.CharterRow;
import io.github.coopj.chain.cooperative.CooperativeAccounts;
import io.github.coopj.chain.cooperative.CouncilContract;
import io.github.coopj.chain.cooperative.CouncilTables;
import io.github.coopj.chain.cooperative.MembershipContract;
import io.github.coopj.chain.cooperative.RegistryContract;
import io.github.coopj.chain.cooperative.TreasuryContract;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.Ground;
import io.github.coopj.governance.body.GroundKind;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.council.Council;
import io.github.coopj.governance.council.QuestionType;
import io.github.coopj.governance.fund.FundRules;
import io.github.coopj.governance.fund.FundRulesRecord;
import io.github.coopj.governance.membership.Founding;
import io.github.coopj.governance.membership.Membership;
import io.github.coopj.governance.membership.MembershipApplication;
import io.github.coopj.governance.membership.MembershipRecord;
import io.github.coopj.governance.membership.MembershipStatus;
import io.github.coopj.testkit.junit5.CoopTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

class FoundingTest {
  private static final List<Name> ALL = Cooperative.FOUNDERS;

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-02")
  @Tag("CHAIR-01")
  @Tag("MEET-28")
  void found_makesMembersCouncilCharterAndLedger(Cooperative coop) {
    assertThat(ALL)
        .extracting(account -> coop.membership(account).status())
        .containsOnly(MembershipStatus.ACTIVE);
    Council council = council(coop);
    assertThat(council.membersInOffice(coop.now())).containsExactlyElementsOf(ALL);
    assertThat(council.chairman(coop.now())).contains(CHAIRMAN);
    assertThat(council.mandates())
        .filteredOn(mandate -> mandate.office() == Office.CHAIRMAN)
        .hasSize(1);
    assertThat(council.mandates())
        .allSatisfy(mandate -> assertThat(mandate.ground())
            .as("the decision that elected")
            .isEqualTo(new Ground(GroundKind.FOUNDING, 1)));
    assertThat(coop.row(CooperativeAccounts.REGISTRY, "charters", 1, CharterRow.class))
        .map(CharterRow::json)
        .contains(Cooperative.defaultCharter());
    assertThat(coop.row(CooperativeAccounts.TREASURY, "rules", 0, FundRulesRecord.class))
        .contains(FundRules.ofCharter(coop.charter(), Founding.GROUND).snapshot())
        .map(FundRulesRecord::meetingDecisionId)
        .contains(coop.row(CooperativeAccounts.REGISTRY, "charters", 1, CharterRow.class)
            .orElseThrow()
            .decisionId());
    assertThat(coop.books().journal()).isEmpty();
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-02")
  void mandate_endsAfterTheTermOfTheCharter(Cooperative coop) {
    Council council = council(coop);
    var until = council.mandates().get(0).until().toInstant();
    assertThat(until.atZone(coop.charter().zone()).getYear()).isEqualTo(2031);
    coop.session();
    coop.chain().clock().advanceTo(until.minusSeconds(1));
    coop.chain().push(coop.actions().propose(CHAIRMAN, QuestionType.OTHER, Steps.digest("a")));
    coop.chain().clock().advanceTo(until);
    assertRefused(
        coop.chain(),
        () -> coop.propose(QuestionType.OTHER, Steps.digest("b")),
        Reason.NOT_IN_COUNCIL);
  }

  @CoopTest(startsAt = START)
  void found_refused_withoutSignatureOfAFounder(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    Action found = found(coop, ALL, CHAIRMAN);
    List<Name> signers = new ArrayList<>(ALL.subList(0, 4));
    signers.add(Cooperative.ACCOUNT);
    assertRefused(
        chain,
        () -> chain.pushSignedBy(signers.stream().map(TestKeys::of).toList(), found),
        ChainError.UNSATISFIED_AUTHORIZATION);
    signers.add(founder(5));
    chain.pushSignedBy(signers.stream().map(TestKeys::of).toList(), found);
    assertThat(coop.membership(founder(5)).status()).isEqualTo(MembershipStatus.ACTIVE);
  }

  @CoopTest(startsAt = START)
  void found_refused_withoutAuthorityOfFounderOrCooperative(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    RegistryContract.Found data = new RegistryContract.Found(
        Cooperative.defaultCharter(), applications(coop, ALL), ALL, CHAIRMAN);
    assertRefused(
            chain,
            () -> chain.push(JavaContract.action(
                CooperativeAccounts.REGISTRY,
                data,
                levels(Cooperative.ACCOUNT, ALL.subList(0, 4)))),
            ChainError.MISSING_AUTH)
        .hasMessageContaining("founder5");
    assertRefused(
            chain,
            () -> chain.push(
                JavaContract.action(CooperativeAccounts.REGISTRY, data, levels(CHAIRMAN, ALL))),
            ChainError.MISSING_AUTH)
        .hasMessageContaining("zarya");
  }

  @CoopTest(startsAt = START)
  void found_refused_withCouncilMemberWhoIsNoFounder(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    chain.createAccounts("stranger");
    List<Name> council = List.of(CHAIRMAN, Name.of("stranger"));
    assertRefused(chain, () -> chain.push(found(coop, council, CHAIRMAN)), Reason.NOT_A_FOUNDER)
        .hasFact("account", "stranger");
  }

  @CoopTest(startsAt = START)
  @Tag("COUNCIL-02")
  void found_refused_withCouncilOutsideTheSizesOfTheCharter(TestChain chain) {
    String charter = Cooperative.charterWith("\"council.minSize\": 3, \"council.maxSize\": 4");
    Cooperative coop = Cooperative.prepare(chain, charter);
    assertRefused(
            chain,
            () -> chain.push(coop.actions().found(charter, ALL, ALL.subList(0, 2), CHAIRMAN)),
            Reason.COUNCIL_SIZE)
        .hasFact("size", 2)
        .hasFact("min", 3);
    assertRefused(
            chain,
            () -> chain.push(coop.actions().found(charter, ALL, ALL, CHAIRMAN)),
            Reason.COUNCIL_SIZE)
        .hasFact("size", 5)
        .hasFact("max", 4);
    chain.push(coop.actions().found(charter, ALL, ALL.subList(0, 3), CHAIRMAN));
    assertThat(council(coop).mandates()).hasSize(3);
  }

  @CoopTest(startsAt = START)
  @Tag("CHAIR-01")
  void found_refused_withChairmanOutsideTheCouncil(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    assertRefused(
            chain,
            () -> chain.push(found(coop, ALL.subList(0, 4), founder(5))),
            Reason.NOT_ONE_CHAIRMAN)
        .hasFact("chairmen", 0);
  }

  @CoopTest(startsAt = START)
  void found_refused_withFounderOrSeatNamedTwice(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    List<Name> seats = List.of(CHAIRMAN, founder(2), founder(2));
    assertRefused(chain, () -> chain.push(found(coop, seats, CHAIRMAN)), Reason.DUPLICATE_SEAT)
        .hasFact("account", "founder2");
    RegistryContract.Found twice = new RegistryContract.Found(
        Cooperative.defaultCharter(),
        applications(coop, List.of(CHAIRMAN, CHAIRMAN)),
        List.of(CHAIRMAN),
        CHAIRMAN);
    assertRefused(
        chain,
        () -> chain.push(JavaContract.action(
            CooperativeAccounts.REGISTRY, twice, levels(Cooperative.ACCOUNT, List.of(CHAIRMAN)))),
        Reason.FOUNDER_TWICE);
  }

  @CoopTest(startsAt = START)
  void found_refused_withApplicationToAnotherCooperative(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    MembershipApplication mine = coop.actions().application(CHAIRMAN);
    MembershipApplication other = new MembershipApplication(
        Name.of("rassvet"),
        CHAIRMAN,
        mine.kind(),
        mine.personDigest(),
        mine.representative(),
        mine.authorityDocument(),
        mine.submittedAt());
    RegistryContract.Found data = new RegistryContract.Found(
        Cooperative.defaultCharter(), List.of(other), List.of(CHAIRMAN), CHAIRMAN);
    assertRefused(
        chain,
        () -> chain.push(JavaContract.action(
            CooperativeAccounts.REGISTRY, data, levels(Cooperative.ACCOUNT, List.of(CHAIRMAN)))),
        Reason.OTHER_COOPERATIVE);
  }

  @CoopTest(startsAt = START)
  void found_refused_secondTime(Cooperative coop) {
    assertRefused(
            coop.chain(),
            () -> coop.chain().push(found(coop, ALL, founder(2))),
            ChainError.CONTRACT_TABLE_QUERY)
        .hasMessageContaining("charters");
    assertThat(council(coop).chairman(coop.now())).contains(CHAIRMAN);
  }

  @CoopTest(startsAt = START)
  @Tag("PLAT-02")
  void found_refused_withoutKindOfCooperative(TestChain chain) {
    Cooperative coop = Cooperative.prepare(chain, Cooperative.defaultCharter());
    String noKind = Cooperative.defaultCharter().replace("\"kind\": \"CONSUMER\",", "");
    assertRefused(
            chain,
            () -> chain.push(coop.actions().found(noKind, ALL, ALL, CHAIRMAN)),
            ChainError.ASSERT_MESSAGE)
        .hasMessageContaining("kind");
  }

  @CoopTest(startsAt = START)
  void actionsOfTheRegistryAlone_refused_fromAnybodyElse(Cooperative coop) {
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.COUNCIL,
                    new CouncilContract.Install(
                        Cooperative.ACCOUNT, council(coop).snapshot()),
                    Cooperative.ACCOUNT)),
        ChainError.MISSING_AUTH);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.MEMBERSHIP,
                    new MembershipContract.Enroll(
                        Cooperative.ACCOUNT, List.of(coop.membership(CHAIRMAN).snapshot())),
                    Cooperative.ACCOUNT)),
        ChainError.MISSING_AUTH);
    assertRefused(
        coop.chain(),
        () -> coop.chain()
            .push(coop.actions()
                .act(
                    CooperativeAccounts.TREASURY,
                    new TreasuryContract.Establish(Cooperative.ACCOUNT, Founding.GROUND),
                    Cooperative.ACCOUNT)),
        ChainError.MISSING_AUTH);
    assertThat(coop.membership(CHAIRMAN)).isInstanceOf(Membership.Active.class);
  }

  @CoopTest(startsAt = START)
  void operatorAlone_cannotMakeMembersOrCouncils(Cooperative coop) {
    Name unfounded = Name.of("rassvet");
    coop.chain().createAccounts("rassvet", "stranger");
    MembershipRecord member = coop.membership(CHAIRMAN).snapshot();
    for (Name cooperative : List.of(Cooperative.ACCOUNT, unfounded)) {
      Record enroll = new MembershipContract.Enroll(cooperative, List.of(member));
      Record install = new CouncilContract.Install(cooperative, council(coop).snapshot());
      assertRefused(
          coop.chain(),
          () -> byOperator(coop, PermissionNames.ACTIVE, CooperativeAccounts.MEMBERSHIP, enroll),
          ChainError.UNSATISFIED_AUTHORIZATION);
      assertRefused(
              coop.chain(),
              () -> byOperator(coop, PermissionNames.OWNER, CooperativeAccounts.MEMBERSHIP, enroll),
              ChainError.ASSERT_MESSAGE)
          .hasMessageContaining(
              cooperative.equals(unfounded)
                  ? "no cooperative rassvet has been founded"
                  : "cooperative zarya has members");
      assertRefused(
          coop.chain(),
          () -> byOperator(coop, PermissionNames.ACTIVE, CooperativeAccounts.COUNCIL, install),
          ChainError.UNSATISFIED_AUTHORIZATION);
      assertRefused(
          coop.chain(),
          () -> byOperator(coop, PermissionNames.OWNER, CooperativeAccounts.COUNCIL, install),
          cooperative.equals(unfounded)
              ? ChainError.ASSERT_MESSAGE
              : ChainError.CONTRACT_TABLE_QUERY);
    }
    assertThat(coop.view().memberships()).hasSize(5);
  }

  private static void byOperator(Cooperative coop, Name permission, Name contract, Record data) {
    Action action = JavaContract.action(
        contract, data, new PermissionLevel(CooperativeAccounts.REGISTRY, permission));
    coop.chain().pushSignedBy(List.of(TestKeys.of(SystemActions.EOSIO)), action);
  }

  private static Action found(Cooperative coop, List<Name> council, Name chairman) {
    return coop.actions().found(Cooperative.defaultCharter(), ALL, council, chairman);
  }

  private static List<MembershipApplication> applications(Cooperative coop, List<Name> founders) {
    return founders.stream().map(coop.actions()::application).toList();
  }

  private static PermissionLevel[] levels(Name first, List<Name> rest) {
    List<PermissionLevel> levels = new ArrayList<>();
    levels.add(PermissionLevel.active(first));
    rest.stream()
        .filter(name -> !name.equals(first))
        .forEach(name -> levels.add(PermissionLevel.active(name)));
    return levels.toArray(new PermissionLevel[0]);
  }

  private static Council council(Cooperative coop) {
    return coop.row(CooperativeAccounts.COUNCIL, "councils", 0, CouncilTables.CouncilRow.class)
        .map(row -> Council.restore(row.council()))
        .orElseThrow();
  }
}
