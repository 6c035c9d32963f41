package io.github.coopj.core.permission;

import static io.github.coopj.core.permission.Keys.authority;
import static io.github.coopj.core.permission.Keys.key;
import static io.github.coopj.core.permission.Keys.level;
import static io.github.coopj.core.permission.Keys.name;
import static io.github.coopj.core.permission.PermissionNames.ACTIVE;
import static io.github.coopj.core.permission.PermissionNames.ANY;
import static io.github.coopj.core.permission.PermissionNames.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Keys.World;
import io.github.coopj.core.permission.PermissionException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("PERM-02")
class PermissionTableTest {
  private static final Name TOKEN = name("eosio.token");
  private static final Name TRANSFER = name("transfer");
  private static final Name VOTE = name("vote");
  private static final Name PAY = name("pay");
  private static final Name ALL_ACTIONS = Name.EMPTY;
  private static final World NOBODY = new World();

  private static final PermissionTable NEW =
      PermissionTable.create(name("alice"), Authority.ofKey(key(0)), Authority.ofKey(key(1)));

  /** owner -> active -> pay -> paysmall, active -> vote, owner -> audit. */
  private static final PermissionTable TREE = NEW.updateAuth(
          PAY, ACTIVE, Authority.ofKey(key(2)), NOBODY)
      .updateAuth(name("paysmall"), PAY, Authority.ofKey(key(3)), NOBODY)
      .updateAuth(VOTE, ACTIVE, Authority.ofKey(key(4)), NOBODY)
      .updateAuth(name("audit"), OWNER, Authority.ofKey(key(5)), NOBODY);

  @Test
  void create_givesOwnerAndActive() {
    assertThat(NEW.permissions())
        .containsExactly(
            new Permission(ACTIVE, OWNER, Authority.ofKey(key(1))),
            new Permission(OWNER, Name.EMPTY, Authority.ofKey(key(0))));
    assertThat(NEW.links()).isEmpty();
    assertThat(NEW.account()).isEqualTo(name("alice"));
    assertThat(NEW.find(level("alice@owner"))).isEqualTo(Authority.ofKey(key(0)));
    assertThat(NEW.find(level("alice@vote"))).isNull();
    assertThat(NEW.find(level("bob@owner"))).isNull();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> PermissionTable.create(name("alice"), authority(0), Authority.ofKey(key(1))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            PermissionTable.create(name("alice"), Authority.ofKey(key(1)), authority(2, "k0:1")));
  }

  @Test
  void create_refuses_authoritiesThatNameNobody() {
    World world = new World().with("bob@active", authority(1, "k5:1"));
    Authority key = Authority.ofKey(key(0));
    for (String known : List.of("bob@active", "alice@owner", "alice@active", "alice@eosio.code")) {
      Authority authority = authority(1, known + ":1");
      assertThat(PermissionTable.create(name("alice"), key, authority, world)
              .find(level("alice@active")))
          .isEqualTo(authority);
    }
    for (String unknown : List.of("bob@owner", "carol@active", "alice@vote", "carol@eosio.code")) {
      Authority authority = authority(1, unknown + ":1");
      refused(
          Reason.UNKNOWN_REFERENCE,
          () -> PermissionTable.create(name("alice"), key, authority, world));
      refused(
          Reason.UNKNOWN_REFERENCE,
          () -> PermissionTable.create(name("alice"), authority, key, world));
    }
  }

  @Test
  void restore_refuses_aPermissionWithoutName() {
    List<Permission> rows = new ArrayList<>(NEW.permissions());
    rows.add(new Permission(Name.EMPTY, OWNER, Authority.ofKey(key(2))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PermissionTable.restore(name("alice"), rows, List.of()))
        .withMessage("permission of alice must have a name, got none");
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
    "owner,owner,true",
    "owner,active,true",
    "owner,paysmall,true",
    "owner,audit,true",
    "active,owner,false",
    "active,active,true",
    "active,pay,true",
    "active,paysmall,true",
    "active,audit,false",
    "pay,paysmall,true",
    "pay,active,false",
    "pay,vote,false",
    "paysmall,pay,false",
    "audit,active,false",
    "ghost,paysmall,false",
    "owner,ghost,false",
    "ghost,ghost,false",
  })
  void satisfies_holds_forTheSameAndThoseAbove(String declared, String minimum, boolean satisfied) {
    assertThat(TREE.satisfies(name(declared), name(minimum))).isEqualTo(satisfied);
    if (satisfied) {
      assertThatCode(() -> TREE.requireSatisfies(name(declared), name(minimum)))
          .doesNotThrowAnyException();
    } else {
      refused(Reason.NOT_AUTHORIZED, () -> TREE.requireSatisfies(name(declared), name(minimum)));
    }
  }

  @Test
  void minimumPermission_looksForTheAction_thenTheContract_thenActive() {
    assertThat(TREE.minimumPermission(TOKEN, TRANSFER)).contains(ACTIVE);
    PermissionTable contract = TREE.linkAuth(TOKEN, ALL_ACTIONS, PAY);
    assertThat(contract.minimumPermission(TOKEN, TRANSFER)).contains(PAY);
    assertThat(contract.minimumPermission(name("other"), TRANSFER)).contains(ACTIVE);
    PermissionTable action = contract.linkAuth(TOKEN, TRANSFER, name("paysmall"));
    assertThat(action.minimumPermission(TOKEN, TRANSFER)).contains(name("paysmall"));
    assertThat(action.minimumPermission(TOKEN, name("retire"))).contains(PAY);
    assertThat(action.unlinkAuth(TOKEN, TRANSFER).minimumPermission(TOKEN, TRANSFER))
        .contains(PAY);
    assertThat(action.unlinkAuth(TOKEN, ALL_ACTIONS).minimumPermission(TOKEN, name("retire")))
        .contains(ACTIVE);
    assertThat(action.links())
        .containsExactly(
            new PermissionLink(TOKEN, ALL_ACTIONS, PAY),
            new PermissionLink(TOKEN, TRANSFER, name("paysmall")));
  }

  @Test
  void minimumPermission_isNone_forAny() {
    PermissionTable free = TREE.linkAuth(TOKEN, TRANSFER, ANY);
    assertThat(free.minimumPermission(TOKEN, TRANSFER)).isEmpty();
    assertThatCode(() -> free.requireAuthorized(name("paysmall"), TOKEN, TRANSFER))
        .doesNotThrowAnyException();
    refused(
        Reason.UNKNOWN_PERMISSION, () -> free.requireAuthorized(name("ghost"), TOKEN, TRANSFER));
  }

  @Test
  void requireAuthorized_takesTheLinkedPermission_andThoseAbove() {
    PermissionTable linked = TREE.linkAuth(TOKEN, TRANSFER, PAY);
    for (Name declared : List.of(PAY, ACTIVE, OWNER)) {
      assertThatCode(() -> linked.requireAuthorized(declared, TOKEN, TRANSFER))
          .doesNotThrowAnyException();
    }
    for (Name declared : List.of(name("paysmall"), VOTE, name("audit"))) {
      refused(Reason.NOT_AUTHORIZED, () -> linked.requireAuthorized(declared, TOKEN, TRANSFER));
      refused(Reason.NOT_AUTHORIZED, () -> TREE.requireAuthorized(declared, TOKEN, TRANSFER));
    }
    refused(Reason.NOT_AUTHORIZED, () -> TREE.requireAuthorized(PAY, TOKEN, TRANSFER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"updateauth", "deleteauth", "linkauth", "unlinkauth", "canceldelay"})
  void linkAuth_isRefused_forTheActionsThatChangeTables(String action) {
    Name system = name("eosio");
    assertThat(PermissionTable.isSpecial(system, name(action))).isTrue();
    refused(Reason.NOT_LINKABLE, () -> TREE.linkAuth(system, name(action), PAY));
    refused(Reason.NOT_LINKABLE, () -> TREE.minimumPermission(system, name(action)));
    refused(Reason.NOT_LINKABLE, () -> TREE.requiredToLink(system, name(action)));
    // the same word of another contract, and all actions of the system together, can be linked
    assertThat(TREE.linkAuth(TOKEN, name(action), PAY).minimumPermission(TOKEN, name(action)))
        .contains(PAY);
    PermissionTable all = TREE.linkAuth(system, ALL_ACTIONS, PAY);
    assertThat(all.minimumPermission(system, name("buyram"))).contains(PAY);
    refused(Reason.NOT_LINKABLE, () -> all.minimumPermission(system, name(action)));
  }

  @Test
  void linkAuth_isRefused_forUnknownEmptyOrSamePermission() {
    PermissionTable linked = TREE.linkAuth(TOKEN, TRANSFER, PAY);
    refused(Reason.UNKNOWN_PERMISSION, () -> TREE.linkAuth(TOKEN, TRANSFER, name("ghost")));
    refused(Reason.EMPTY_NAME, () -> TREE.linkAuth(TOKEN, TRANSFER, Name.EMPTY));
    refused(Reason.SAME_LINK, () -> linked.linkAuth(TOKEN, TRANSFER, PAY));
    assertThat(linked.linkAuth(TOKEN, TRANSFER, VOTE).minimumPermission(TOKEN, TRANSFER))
        .contains(VOTE);
  }

  @Test
  void unlinkAuth_isRefused_withoutExactlyThisLink() {
    PermissionTable linked = TREE.linkAuth(TOKEN, ALL_ACTIONS, PAY);
    refused(Reason.NO_LINK, () -> TREE.unlinkAuth(TOKEN, TRANSFER));
    refused(Reason.NO_LINK, () -> linked.unlinkAuth(TOKEN, TRANSFER));
    assertThat(linked.unlinkAuth(TOKEN, ALL_ACTIONS)).isEqualTo(TREE);
  }

  @Test
  void requiredTo_namesThePermission_forChangesOfTheTable() {
    assertThat(TREE.requiredToUpdate(PAY, ACTIVE)).isEqualTo(PAY);
    assertThat(TREE.requiredToUpdate(OWNER, Name.EMPTY)).isEqualTo(OWNER);
    assertThat(TREE.requiredToUpdate(name("fresh"), PAY)).isEqualTo(PAY);
    refused(Reason.UNKNOWN_PERMISSION, () -> TREE.requiredToUpdate(name("fresh"), name("ghost")));
    assertThat(TREE.requiredToDelete(VOTE)).isEqualTo(VOTE);
    refused(Reason.UNKNOWN_PERMISSION, () -> TREE.requiredToDelete(name("ghost")));
    assertThat(TREE.requiredToLink(TOKEN, TRANSFER)).contains(ACTIVE);
    PermissionTable linked = TREE.linkAuth(TOKEN, TRANSFER, PAY).linkAuth(TOKEN, ALL_ACTIONS, ANY);
    assertThat(linked.requiredToLink(TOKEN, TRANSFER)).contains(PAY);
    assertThat(linked.requiredToUnlink(TOKEN, TRANSFER)).contains(PAY);
    assertThat(linked.requiredToLink(TOKEN, name("retire"))).isEmpty();
    assertThat(linked.requiredToUnlink(TOKEN, ALL_ACTIONS)).isEmpty();
    refused(Reason.NO_LINK, () -> TREE.requiredToUnlink(TOKEN, TRANSFER));
  }

  @Test
  void updateAuth_replacesOrCreates_andLeavesTheOldTable() {
    PermissionTable changed = TREE.updateAuth(PAY, ACTIVE, Authority.ofKey(key(9)), NOBODY);
    assertThat(changed.find(level("alice@pay"))).isEqualTo(Authority.ofKey(key(9)));
    assertThat(TREE.find(level("alice@pay"))).isEqualTo(Authority.ofKey(key(2)));
    assertThat(changed).isNotEqualTo(TREE);
    assertThat(changed.children(ACTIVE)).extracting(Permission::name).containsExactly(PAY, VOTE);
    PermissionTable owner = TREE.updateAuth(OWNER, Name.EMPTY, Authority.ofKey(key(9)), NOBODY);
    assertThat(owner.permission(OWNER))
        .map(Permission::authority)
        .contains(Authority.ofKey(key(9)));
  }

  @Test
  void updateAuth_isRefused_forWrongNamesAndParents() {
    Authority good = Authority.ofKey(key(9));
    refused(Reason.EMPTY_NAME, () -> TREE.updateAuth(Name.EMPTY, ACTIVE, good, NOBODY));
    refused(Reason.RESERVED_NAME, () -> TREE.updateAuth(name("eosio.x"), ACTIVE, good, NOBODY));
    assertThatCode(() -> TREE.updateAuth(name("eosio"), ACTIVE, good, NOBODY))
        .doesNotThrowAnyException();
    refused(Reason.OWN_PARENT, () -> TREE.updateAuth(PAY, PAY, good, NOBODY));
    refused(Reason.WRONG_PARENT, () -> TREE.updateAuth(ACTIVE, PAY, good, NOBODY));
    refused(Reason.WRONG_PARENT, () -> TREE.updateAuth(ACTIVE, Name.EMPTY, good, NOBODY));
    refused(Reason.WRONG_PARENT, () -> TREE.updateAuth(OWNER, ACTIVE, good, NOBODY));
    refused(Reason.WRONG_PARENT, () -> TREE.updateAuth(name("fresh"), Name.EMPTY, good, NOBODY));
    refused(
        Reason.UNKNOWN_PERMISSION,
        () -> TREE.updateAuth(name("fresh"), name("ghost"), good, NOBODY));
    refused(Reason.PARENT_CHANGE, () -> TREE.updateAuth(PAY, VOTE, good, NOBODY));
    refused(Reason.PARENT_CHANGE, () -> TREE.updateAuth(PAY, OWNER, good, NOBODY));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TREE.updateAuth(PAY, ACTIVE, authority(2, "k0:1"), NOBODY));
  }

  @Test
  void updateAuth_isRefused_forAccountsAndPermissionsThatDoNotExist() {
    World world = new World()
        .with("bob@owner", Authority.ofKey(key(8)))
        .with("bob@active", Authority.ofKey(key(8)));
    assertThatCode(() -> TREE.updateAuth(PAY, ACTIVE, authority(1, "bob@active:1"), world))
        .doesNotThrowAnyException();
    assertThatCode(() -> TREE.updateAuth(PAY, ACTIVE, authority(1, "bob@eosio.code:1"), world))
        .doesNotThrowAnyException();
    assertThatCode(() -> TREE.updateAuth(PAY, ACTIVE, authority(1, "alice@vote:1"), world))
        .doesNotThrowAnyException();
    assertThatCode(() -> TREE.updateAuth(PAY, ACTIVE, authority(1, "alice@eosio.code:1"), world))
        .doesNotThrowAnyException();
    for (String ghost : List.of("bob@vote", "carol@active", "carol@eosio.code", "alice@ghost")) {
      refused(
          Reason.UNKNOWN_REFERENCE,
          () -> TREE.updateAuth(PAY, ACTIVE, authority(1, ghost + ":1", "k0:1"), world));
    }
  }

  @Test
  void deleteAuth_removesALeaf_andIsRefusedOtherwise() {
    PermissionTable leafless = TREE.deleteAuth(name("paysmall"));
    assertThat(leafless.permission(name("paysmall"))).isEmpty();
    assertThat(leafless.deleteAuth(PAY).children(ACTIVE))
        .extracting(Permission::name)
        .containsExactly(VOTE);
    refused(Reason.HAS_CHILDREN, () -> TREE.deleteAuth(PAY));
    refused(Reason.NOT_DELETABLE, () -> TREE.deleteAuth(ACTIVE));
    refused(Reason.NOT_DELETABLE, () -> TREE.deleteAuth(OWNER));
    refused(Reason.UNKNOWN_PERMISSION, () -> TREE.deleteAuth(name("ghost")));
    PermissionTable linked = TREE.linkAuth(TOKEN, TRANSFER, VOTE);
    refused(Reason.LINKED, () -> linked.deleteAuth(VOTE));
    assertThat(linked.unlinkAuth(TOKEN, TRANSFER).deleteAuth(VOTE).permission(VOTE))
        .isEmpty();
  }

  @Test
  void restore_givesAnEqualTable_fromItsRows() {
    PermissionTable linked = TREE.linkAuth(TOKEN, TRANSFER, PAY).linkAuth(TOKEN, ALL_ACTIONS, ANY);
    PermissionTable restored =
        PermissionTable.restore(linked.account(), linked.permissions(), linked.links());
    assertThat(restored).isEqualTo(linked).hasSameHashCodeAs(linked).hasToString(linked.toString());
    assertThat(restored.permissions()).isEqualTo(linked.permissions());
    assertThat(restored.links()).isEqualTo(linked.links());
    assertThat(restored).isNotEqualTo(TREE).isNotEqualTo("alice");
  }

  @Test
  void restore_isRefused_forRowsThatAreNoTree() {
    Authority any = Authority.ofKey(key(0));
    Permission owner = new Permission(OWNER, Name.EMPTY, any);
    Permission active = new Permission(ACTIVE, OWNER, any);
    Name alice = name("alice");
    for (List<Permission> rows : List.of(
        List.<Permission>of(),
        List.of(owner),
        List.of(active),
        List.of(owner, active, active),
        List.of(owner, new Permission(ACTIVE, Name.EMPTY, any)),
        List.of(owner, new Permission(ACTIVE, ACTIVE, any)),
        List.of(new Permission(OWNER, ACTIVE, any), active),
        List.of(owner, active, new Permission(PAY, name("ghost"), any)),
        List.of(owner, active, new Permission(PAY, VOTE, any), new Permission(VOTE, PAY, any)))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> PermissionTable.restore(alice, rows, List.of()));
    }
    PermissionLink link = new PermissionLink(TOKEN, TRANSFER, ACTIVE);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> PermissionTable.restore(alice, List.of(owner, active), List.of(link, link)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PermissionTable.restore(
            alice, List.of(owner, active), List.of(new PermissionLink(TOKEN, TRANSFER, PAY))));
  }

  private static void refused(Reason reason, ThrowingCallable move) {
    assertThatExceptionOfType(PermissionException.class)
        .isThrownBy(move)
        .extracting(PermissionException::reason)
        .isEqualTo(reason);
  }
}
