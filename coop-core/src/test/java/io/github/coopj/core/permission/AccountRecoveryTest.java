package io.github.coopj.core.permission;

import static io.github.coopj.core.permission.Keys.authority;
import static io.github.coopj.core.permission.Keys.key;
import static io.github.coopj.core.permission.Keys.keys;
import static io.github.coopj.core.permission.Keys.level;
import static io.github.coopj.core.permission.Keys.levels;
import static io.github.coopj.core.permission.Keys.name;
import static io.github.coopj.core.permission.PermissionNames.ACTIVE;
import static io.github.coopj.core.permission.PermissionNames.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.AccountRecovery.Change;
import io.github.coopj.core.permission.AccountRecovery.Kind;
import io.github.coopj.core.permission.Keys.World;
import io.github.coopj.core.permission.PermissionException.Reason;
import io.github.coopj.core.permission.RecoveryReport.Level;
import io.github.coopj.core.time.TimePointSec;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PERM-03")
class AccountRecoveryTest {
  private static final TimePointSec NOON = TimePointSec.parse("2026-05-01T12:00:00");
  private static final long DAY = 86_400;
  private static final Authority NEW_KEY = Authority.ofKey(key(9));
  private static final World FRIENDS = new World()
      .with("bob@owner", authority(1, "k5:1"))
      .with("bob@active", authority(1, "k5:1"))
      .with("carol@active", authority(1, "k6:1"))
      .with("dave@active", authority(1, "k7:1"));

  /** Key 0 alone, or two of three friends. */
  private static final PermissionTable GUARDED = PermissionTable.create(
      name("alice"),
      AccountRecovery.guarded(key(0), levels("dave@active", "bob@active", "carol@active"), 2),
      Authority.ofKey(key(1)));

  private static final PermissionTable ALONE =
      PermissionTable.create(name("alice"), Authority.ofKey(key(0)), Authority.ofKey(key(1)));

  @Test
  void replaceByParent_replacesALostChildKey_atOnce() {
    AccountRecovery before = AccountRecovery.of(ALONE, DAY);
    AccountRecovery after = before.replaceByParent(OWNER, ACTIVE, NEW_KEY, FRIENDS, NOON);
    assertThat(after.table().find(level("alice@active"))).isEqualTo(NEW_KEY);
    assertThat(after.table().find(level("alice@owner"))).isEqualTo(Authority.ofKey(key(0)));
    assertThat(after.history())
        .containsExactly(new Change(
            NOON,
            Kind.REPLACED_BY_PARENT,
            ACTIVE,
            levels("alice@owner"),
            Authority.ofKey(key(1)),
            NEW_KEY));
    assertThat(before.history()).isEmpty();
    assertThat(before.table()).isEqualTo(ALONE);
  }

  @Test
  void replaceByParent_isRefused_toTheLostPermissionItselfAndBelow() {
    AccountRecovery account = AccountRecovery.of(ALONE, 0);
    refused(
        Reason.NOT_AUTHORIZED,
        () -> account.replaceByParent(ACTIVE, ACTIVE, NEW_KEY, FRIENDS, NOON));
    refused(
        Reason.NOT_AUTHORIZED,
        () -> account.replaceByParent(ACTIVE, OWNER, NEW_KEY, FRIENDS, NOON));
    refused(
        Reason.NOT_AUTHORIZED, () -> account.replaceByParent(OWNER, OWNER, NEW_KEY, FRIENDS, NOON));
    refused(
        Reason.NOT_AUTHORIZED,
        () -> account.replaceByParent(name("ghost"), ACTIVE, NEW_KEY, FRIENDS, NOON));
    refused(
        Reason.UNKNOWN_PERMISSION,
        () -> account.replaceByParent(OWNER, name("ghost"), NEW_KEY, FRIENDS, NOON));
    refused(
        Reason.UNKNOWN_REFERENCE,
        () ->
            account.replaceByParent(OWNER, ACTIVE, authority(1, "ghost@active:1"), FRIENDS, NOON));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> account.replaceByParent(OWNER, ACTIVE, authority(0), FRIENDS, NOON));
  }

  @Test
  void guardians_replaceOwner_afterTheDelay() {
    AccountRecovery account = AccountRecovery.of(GUARDED, DAY);
    AccountRecovery asked =
        account.request(OWNER, NEW_KEY, levels("carol@active", "bob@active"), FRIENDS, NOON);
    assertThat(asked.table()).isEqualTo(GUARDED);
    assertThat(asked.pending())
        .map(AccountRecovery.Request::effectiveAt)
        .contains(NOON.plusSeconds(DAY));
    refused(Reason.TOO_EARLY, () -> asked.complete(FRIENDS, NOON.plusSeconds(DAY - 1)));
    AccountRecovery done = asked.complete(FRIENDS, NOON.plusSeconds(DAY));
    assertThat(done.table().find(level("alice@owner"))).isEqualTo(NEW_KEY);
    assertThat(done.pending()).isEmpty();
    List<PermissionLevel> friends = levels("bob@active", "carol@active");
    Authority before = GUARDED.permission(OWNER).map(Permission::authority).orElseThrow();
    assertThat(done.history())
        .containsExactly(
            new Change(NOON, Kind.REQUESTED_BY_GUARDIANS, OWNER, friends, before, NEW_KEY),
            new Change(
                NOON.plusSeconds(DAY),
                Kind.REPLACED_BY_GUARDIANS,
                OWNER,
                friends,
                before,
                NEW_KEY));
    refused(Reason.NOTHING_PENDING, () -> done.complete(FRIENDS, NOON.plusSeconds(2 * DAY)));
  }

  @Test
  void guardians_ofOwner_replaceAChildToo_withoutDelayWhenNoneIsSet() {
    AccountRecovery done = AccountRecovery.of(GUARDED, 0)
        .request(ACTIVE, NEW_KEY, levels("bob@active", "dave@active"), FRIENDS, NOON)
        .complete(FRIENDS, NOON);
    assertThat(done.table().find(level("alice@active"))).isEqualTo(NEW_KEY);
  }

  @Test
  void request_isRefused_withoutEnoughGuardians() {
    AccountRecovery account = AccountRecovery.of(GUARDED, DAY);
    for (List<PermissionLevel> few : List.of(
        levels(),
        levels("bob@active"),
        levels("bob@active", "bob@active"),
        levels("bob@active", "erin@active"),
        levels("bob@owner", "carol@other"))) {
      refused(Reason.TOO_FEW_GUARDIANS, () -> account.request(OWNER, NEW_KEY, few, FRIENDS, NOON));
    }
    refused(
        Reason.TOO_FEW_GUARDIANS,
        () -> AccountRecovery.of(ALONE, DAY)
            .request(
                OWNER,
                NEW_KEY,
                levels("bob@active", "carol@active", "dave@active"),
                FRIENDS,
                NOON));
    refused(
        Reason.OWN_GUARDIAN,
        () -> account.request(OWNER, NEW_KEY, levels("alice@owner", "bob@active"), FRIENDS, NOON));
    refused(
        Reason.UNKNOWN_PERMISSION,
        () -> account.request(
            name("ghost"), NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON));
    refused(
        Reason.UNKNOWN_REFERENCE,
        () -> account.request(
            OWNER,
            authority(1, "ghost@active:1"),
            levels("bob@active", "carol@active"),
            FRIENDS,
            NOON));
  }

  @Test
  void request_followsChainsOfAccounts_toTheGuardians() {
    World world = new World()
        .with("board@active", authority(2, "bob@active:1", "carol@active:1", "dave@active:1"))
        .with("bob@active", authority(1, "k5:1"));
    PermissionTable table = PermissionTable.create(
        name("alice"),
        AccountRecovery.guarded(key(0), levels("board@active"), 1),
        Authority.ofKey(key(1)));
    AccountRecovery account = AccountRecovery.of(table, 0);
    assertThat(account
            .request(OWNER, NEW_KEY, levels("bob@active", "dave@active"), world, NOON)
            .pending())
        .isPresent();
    refused(
        Reason.TOO_FEW_GUARDIANS,
        () -> account.request(OWNER, NEW_KEY, levels("bob@active"), world, NOON));
  }

  @Test
  void complete_waitsAlso_forTheWaitsOfTheAuthority() {
    PermissionTable table = PermissionTable.create(
        name("alice"), authority(2, "k0:2", "bob@active:1", "w172800:1"), Authority.ofKey(key(1)));
    AccountRecovery asked =
        AccountRecovery.of(table, DAY).request(OWNER, NEW_KEY, levels("bob@active"), FRIENDS, NOON);
    refused(Reason.TOO_EARLY, () -> asked.complete(FRIENDS, NOON.plusSeconds(2 * DAY - 1)));
    assertThat(
            asked.complete(FRIENDS, NOON.plusSeconds(2 * DAY)).table().find(level("alice@owner")))
        .isEqualTo(NEW_KEY);
  }

  @Test
  void complete_isRefused_whenTheGuardiansWereRemovedMeanwhile() {
    AccountRecovery asked = AccountRecovery.of(GUARDED, DAY)
        .request(OWNER, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    AccountRecovery changed = asked.withTable(
        GUARDED.updateAuth(OWNER, Name.EMPTY, Authority.ofKey(key(0)), FRIENDS), NOON);
    refused(Reason.TOO_FEW_GUARDIANS, () -> changed.complete(FRIENDS, NOON.plusSeconds(DAY)));
    assertThat(changed.history()).isEqualTo(asked.history());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> asked.withTable(
            PermissionTable.create(name("bob"), Authority.ofKey(key(0)), Authority.ofKey(key(1))),
            NOON));
  }

  @Test
  void withTable_dropsTheRequest_whenItsPermissionIsGone() {
    PermissionTable more =
        GUARDED.updateAuth(name("vote"), ACTIVE, Authority.ofKey(key(2)), FRIENDS);
    AccountRecovery asked = AccountRecovery.of(more, DAY)
        .request(name("vote"), NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    assertThat(asked.withTable(more, NOON).pending()).isEqualTo(asked.pending()).isPresent();
    assertThat(asked.withTable(more, NOON).history()).isEqualTo(asked.history());
    AccountRecovery dropped = asked.withTable(GUARDED, NOON.plusSeconds(1));
    assertThat(dropped.pending()).isEmpty();
    assertThat(dropped.history())
        .containsExactly(
            asked.history().get(0),
            new Change(
                NOON.plusSeconds(1),
                Kind.REQUEST_FELL_AWAY,
                name("vote"),
                List.of(),
                Authority.ofKey(key(2)),
                NEW_KEY));
    refused(Reason.TIME_RUNS_BACK, () -> asked.withTable(GUARDED, NOON.plusSeconds(-1)));
  }

  /** A wait counts as passed when guardians are held against an authority, so it must not be all that is needed. */
  @Test
  void request_isRefused_whereWaitsAloneWouldDo() {
    PermissionTable table = PermissionTable.create(
        name("alice"), authority(1, "k0:1", "bob@active:1", "w60:1"), Authority.ofKey(key(1)));
    AccountRecovery account = AccountRecovery.of(table, 0);
    refused(
        Reason.TOO_FEW_GUARDIANS, () -> account.request(OWNER, NEW_KEY, List.of(), FRIENDS, NOON));
    refused(
        Reason.TOO_FEW_GUARDIANS,
        () -> account.request(OWNER, NEW_KEY, levels("mallory@active"), FRIENDS, NOON));
    refused(
        Reason.TOO_FEW_GUARDIANS,
        () -> account.request(OWNER, NEW_KEY, levels("bob@active"), FRIENDS, NOON));
    PermissionTable owned = PermissionTable.create(
        name("alice"), authority(1, "k0:1", "bob@active:1"), authority(1, "k1:1", "w60:1"));
    AccountRecovery byOwner = AccountRecovery.of(owned, 0);
    refused(
        Reason.TOO_FEW_GUARDIANS,
        () -> byOwner.request(ACTIVE, NEW_KEY, levels("mallory@active"), FRIENDS, NOON));
    assertThat(byOwner
            .request(ACTIVE, NEW_KEY, levels("bob@active"), FRIENDS, NOON)
            .pending())
        .isPresent();
  }

  @Test
  void request_isRefused_withoutGuardians() {
    AccountRecovery account = AccountRecovery.of(GUARDED, 0);
    refused(
        Reason.TOO_FEW_GUARDIANS, () -> account.request(OWNER, NEW_KEY, List.of(), FRIENDS, NOON));
  }

  @Test
  void complete_isRefused_whenAWaitWasAddedThatMakesGuardiansNeedless() {
    AccountRecovery asked = AccountRecovery.of(GUARDED, 0)
        .request(OWNER, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    AccountRecovery changed = asked.withTable(
        GUARDED.updateAuth(
            OWNER, Name.EMPTY, authority(1, "k0:1", "bob@active:1", "w60:1"), FRIENDS),
        NOON);
    refused(Reason.TOO_FEW_GUARDIANS, () -> changed.complete(FRIENDS, NOON.plusSeconds(DAY)));
  }

  @Test
  void assess_looksNoFarther_thanTheCheckerOfAuthorities() {
    AuthorityLookup endless = level -> level.permission().equals(ACTIVE)
        ? Authority.ofLevel(PermissionLevel.active(new Name(level.actor().value() + 16)))
        : null;
    PermissionTable table = PermissionTable.create(
        name("alice"),
        AccountRecovery.guarded(key(0), levels("bob@active"), 1),
        Authority.ofKey(key(1)));
    assertThat(AccountRecovery.assess(table, endless).level())
        .isEqualTo(RecoveryReport.Level.SINGLE_KEY);
    World chain = new World();
    for (int i = 1; i <= 4; i++) {
      chain.with("bob" + i + "@active", authority(1, "bob" + (i + 1) + "@active:1"));
    }
    chain.with("bob5@active", authority(1, "k5:1"));
    PermissionTable near = PermissionTable.create(
        name("alice"),
        AccountRecovery.guarded(key(0), levels("bob1@active"), 1),
        Authority.ofKey(key(1)));
    assertThat(AccountRecovery.assess(near, chain).level()).isEqualTo(RecoveryReport.Level.GUARDED);
  }

  @Test
  void object_endsTheRequest_andStaysInTheHistory() {
    AccountRecovery asked = AccountRecovery.of(GUARDED, DAY)
        .request(ACTIVE, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    refused(
        Reason.ALREADY_PENDING,
        () -> asked.request(OWNER, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON));
    for (Name objector : List.of(ACTIVE, OWNER)) {
      AccountRecovery kept = asked.object(objector, NOON.plusSeconds(60));
      assertThat(kept.pending()).isEmpty();
      assertThat(kept.table()).isEqualTo(GUARDED);
      assertThat(kept.history())
          .extracting(Change::kind)
          .containsExactly(Kind.REQUESTED_BY_GUARDIANS, Kind.OBJECTED);
      assertThat(kept.history().get(1).by())
          .containsExactly(new PermissionLevel(name("alice"), objector));
      refused(Reason.NOTHING_PENDING, () -> kept.object(OWNER, NOON.plusSeconds(61)));
    }
    AccountRecovery owner = AccountRecovery.of(GUARDED, DAY)
        .request(OWNER, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    refused(Reason.NOT_AUTHORIZED, () -> owner.object(ACTIVE, NOON));
  }

  @Test
  void replaceByParent_endsARequest_aboutTheSamePermissionOnly() {
    AccountRecovery asked = AccountRecovery.of(GUARDED, DAY)
        .request(ACTIVE, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    assertThat(asked
            .replaceByParent(OWNER, ACTIVE, Authority.ofKey(key(8)), FRIENDS, NOON)
            .pending())
        .isEmpty();
    AccountRecovery owner = AccountRecovery.of(GUARDED, DAY)
        .request(OWNER, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    assertThat(owner
            .replaceByParent(OWNER, ACTIVE, Authority.ofKey(key(8)), FRIENDS, NOON)
            .pending())
        .isEqualTo(owner.pending())
        .isPresent();
  }

  @Test
  void moves_areRefused_beforeTheLastEntry() {
    AccountRecovery asked = AccountRecovery.of(GUARDED, 0)
        .request(OWNER, NEW_KEY, levels("bob@active", "carol@active"), FRIENDS, NOON);
    TimePointSec earlier = NOON.plusSeconds(-1);
    refused(Reason.TIME_RUNS_BACK, () -> asked.complete(FRIENDS, earlier));
    refused(Reason.TIME_RUNS_BACK, () -> asked.object(OWNER, earlier));
    refused(
        Reason.TIME_RUNS_BACK,
        () -> asked.replaceByParent(OWNER, ACTIVE, NEW_KEY, FRIENDS, earlier));
  }

  @Test
  void of_isRefused_forDelaysOutOfRange() {
    assertThat(AccountRecovery.of(ALONE, Authority.MAX_WAIT_SEC).delaySec()).isEqualTo(3_888_000);
    for (long delay : new long[] {-1, Authority.MAX_WAIT_SEC + 1}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountRecovery.of(ALONE, delay));
    }
  }

  @Test
  void guarded_needsTheKeyAlone_orThatManyGuardians() {
    Authority authority =
        AccountRecovery.guarded(key(0), levels("dave@active", "bob@active", "carol@active"), 2);
    assertThat(authority)
        .isEqualTo(authority(2, "k0:2", "bob@active:1", "carol@active:1", "dave@active:1"));
    assertThat(FRIENDS.checker(keys(0)).isSatisfied(authority)).isTrue();
    assertThat(FRIENDS.checker(keys(5, 7)).isSatisfied(authority)).isTrue();
    assertThat(FRIENDS.checker(keys(6)).isSatisfied(authority)).isFalse();
    for (int required : new int[] {0, 4}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountRecovery.guarded(
              key(0), levels("dave@active", "bob@active", "carol@active"), required));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AccountRecovery.guarded(key(0), levels("bob@active", "bob@active"), 1));
  }

  @Test
  void assess_reportsAnOwnerWithoutGuardian_asUnrecoverable() {
    RecoveryReport report = AccountRecovery.assess(ALONE, FRIENDS);
    assertThat(report)
        .isEqualTo(new RecoveryReport(name("alice"), Level.SINGLE_KEY, keys(0), List.of()));
    assertThat(report.isRecoverable()).isFalse();
    assertThat(report.inWords())
        .isEqualTo("alice is unrecoverable once " + key(0)
            + " is lost: owner has no sufficient guardian.");
  }

  @Test
  void assess_reportsSpareKeys_asUnrecoverableOnceAllAreLost() {
    RecoveryReport report =
        AccountRecovery.assess(withOwner(authority(2, "k0:1", "k2:1", "k3:1")), FRIENDS);
    assertThat(report)
        .isEqualTo(new RecoveryReport(name("alice"), Level.SPARE_KEYS, List.of(), List.of()));
    assertThat(report.isRecoverable()).isFalse();
    assertThat(report.inWords()).contains("unrecoverable once all its keys are lost");
  }

  @Test
  void assess_reportsSufficientGuardians_asRecoverable() {
    RecoveryReport report = AccountRecovery.assess(GUARDED, FRIENDS);
    assertThat(report)
        .isEqualTo(new RecoveryReport(
            name("alice"),
            Level.GUARDED,
            List.of(),
            levels("bob@active", "carol@active", "dave@active")));
    assertThat(report.isRecoverable()).isTrue();
    assertThat(report.inWords()).startsWith("alice is recoverable");
    assertThat(AccountRecovery.assess(
                withOwner(authority(2, "k0:2", "bob@active:1", "w60:1")), FRIENDS)
            .level())
        .isEqualTo(Level.GUARDED);
    assertThat(AccountRecovery.assess(withOwner(authority(1, "bob@active:1")), FRIENDS)
            .level())
        .isEqualTo(Level.GUARDED);
  }

  @Test
  void assess_doesNotCount_guardiansThatCannotHelp() {
    World world = new World()
        .with("same@active", authority(1, "k0:1"))
        .with("child@active", authority(1, "alice@active:1"))
        .with("circle@active", authority(1, "alice@owner:1"))
        .with("empty@active", authority(1))
        .with("bob@active", authority(1, "k5:1"));
    for (String useless :
        List.of("same@active", "child@active", "circle@active", "empty@active", "ghost@active")) {
      RecoveryReport report =
          AccountRecovery.assess(withOwner(authority(1, "k0:1", useless + ":1")), world);
      assertThat(report.isRecoverable()).as(useless).isFalse();
    }
    // one guardian where two are needed
    RecoveryReport few =
        AccountRecovery.assess(withOwner(authority(2, "k0:2", "bob@active:1")), world);
    assertThat(few.level()).isEqualTo(Level.SINGLE_KEY);
    assertThat(few.guardians()).isEqualTo(levels("bob@active"));
    // key and guardian together: either's loss is final
    assertThat(AccountRecovery.assess(withOwner(authority(2, "k0:1", "bob@active:1")), world)
            .irreplaceableKeys())
        .isEqualTo(keys(0));
    // a permission of the account itself is no guardian
    RecoveryReport own =
        AccountRecovery.assess(withOwner(authority(1, "k0:1", "alice@active:1")), world);
    assertThat(own.level()).isEqualTo(Level.SPARE_KEYS);
    assertThat(own.guardians()).isEmpty();
  }

  @Test
  void assess_reportsAnOwnerThatNothingSatisfies() {
    RecoveryReport report =
        AccountRecovery.assess(withOwner(authority(1, "ghost@active:1")), FRIENDS);
    assertThat(report.level()).isEqualTo(Level.UNREACHABLE);
    assertThat(report.irreplaceableKeys()).isEmpty();
    assertThat(report.inWords())
        .isEqualTo("alice is unrecoverable already: nothing satisfies owner.");
  }

  private static PermissionTable withOwner(Authority owner) {
    return PermissionTable.restore(
        name("alice"),
        List.of(
            new Permission(OWNER, Name.EMPTY, owner),
            new Permission(ACTIVE, OWNER, Authority.ofKey(key(1)))),
        List.of());
  }

  private static void refused(Reason reason, ThrowingCallable move) {
    assertThatExceptionOfType(PermissionException.class)
        .isThrownBy(move)
        .extracting(PermissionException::reason)
        .isEqualTo(reason);
  }
}
