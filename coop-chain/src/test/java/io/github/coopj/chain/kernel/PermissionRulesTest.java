package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.JavaContract;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionLevelWeight;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.core.transaction.Action;
import io.github.coopj.crypto.PublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what: authorities, the table of permissions, links. */
class PermissionRulesTest {
  private static final Name ALICE = TestChain.ALICE;
  private static final Name BOB = TestChain.BOB;
  private static final Name POST = Name.of("post");
  private static final PermissionLevel ALICE_OWNER =
      new PermissionLevel(ALICE, PermissionNames.OWNER);
  private static final PermissionLevel ALICE_ACTIVE = PermissionLevel.active(ALICE);
  private static final PermissionLevel ALICE_POST = new PermissionLevel(ALICE, POST);

  private final TestChain chain = new TestChain();

  @Test
  @Tag("PERM-01")
  void authority_isSatisfied_byExactlyEnoughKeys() {
    List<PublicKey> keys = Stream.of("one", "two", "three")
        .map(name -> TestChain.key(name).publicKey())
        .sorted()
        .toList();
    chain.push(update(
        ALICE_ACTIVE,
        PermissionNames.OWNER,
        new Authority(
            2, keys.stream().map(key -> new KeyWeight(key, 1)).toList(), List.of(), List.of()),
        ALICE_ACTIVE));

    for (String only : List.of("one", "two", "three")) {
      chain.refused(
          ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_ACTIVE), only));
    }
    chain.pushSigned(answer(ALICE_ACTIVE), "one", "two");
    chain.pushSigned(answer(ALICE_ACTIVE), "three", "one");
    chain.refused(
        ChainError.TX_IRRELEVANT_SIG,
        () -> chain.pushSigned(answer(ALICE_ACTIVE), "one", "two", "three"));
    // the old key is of owner now only, and owner is above active
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_ACTIVE), ALICE));
    chain.pushSigned(answer(ALICE_OWNER), ALICE);
  }

  @Test
  @Tag("PERM-01")
  void authority_isSatisfied_byAnotherAccount() {
    chain.push(update(
        ALICE_ACTIVE,
        PermissionNames.OWNER,
        Authority.ofLevel(PermissionLevel.active(BOB)),
        ALICE_ACTIVE));

    chain.pushSigned(answer(ALICE_ACTIVE), BOB);
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_ACTIVE), ALICE));
  }

  @ParameterizedTest(name = "{0} accounts before the key")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @Tag("PERM-01")
  void authority_isSatisfied_byAChainOfUpTo6Accounts(int links) {
    Name last = ALICE;
    for (int i = links; i > 0; i--) {
      Name next = Name.of("chainlink" + (char) ('a' + i));
      chain.push(TestChain.newAccount(
          TestChain.EOSIO, next, Authority.ofLevel(PermissionLevel.active(last))));
      last = next;
    }
    Action action = answer(PermissionLevel.active(last));

    // the account that acts is the first of the six
    if (links + 1 <= 6) {
      chain.pushSigned(action, ALICE);
    } else {
      chain.refused(ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(action, ALICE));
    }
  }

  @Test
  @Tag("PERM-01")
  void authority_ofAccountsInACircle_isNeverSatisfied() {
    chain.push(update(
        PermissionLevel.active(BOB),
        PermissionNames.OWNER,
        Authority.ofLevel(ALICE_ACTIVE),
        PermissionLevel.active(BOB)));
    chain.push(update(
        ALICE_ACTIVE,
        PermissionNames.OWNER,
        Authority.ofLevel(PermissionLevel.active(BOB)),
        ALICE_ACTIVE));

    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_ACTIVE)));
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_ACTIVE), ALICE));
    chain.pushSigned(answer(ALICE_OWNER), ALICE);
  }

  @Test
  @Tag("PERM-02")
  void permission_isTooWeak_untilTheActionIsLinkedToIt() {
    addPost();
    ChainException refusal =
        chain.refused(ChainError.IRRELEVANT_AUTH, () -> chain.pushSigned(answer(ALICE_POST), POST));
    assertThat(refusal).hasMessageContaining("alice1@post is neither alice1@active nor above it");

    chain.push(link(TestChain.LEDGER, "answer", POST));
    chain.pushSigned(answer(ALICE_POST), POST);
    // stronger ones will do as well, other actions not
    chain.push(answer(ALICE_ACTIVE));
    chain.push(answer(ALICE_OWNER));
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        () -> chain.pushSigned(ledger(new Ledger.Nest(0), ALICE_POST), POST));
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        () -> chain.pushSigned(
            JavaContract.action(TestChain.OTHER, new Ledger.Answer(1), ALICE_POST), POST));

    chain.push(unlink(TestChain.LEDGER, "answer"));
    chain.refused(ChainError.IRRELEVANT_AUTH, () -> chain.pushSigned(answer(ALICE_POST), POST));
  }

  @Test
  @Tag("PERM-02")
  void link_ofAContract_isForAllItsActions_butThoseLinkedThemselves() {
    addPost();
    chain.push(link(TestChain.LEDGER, "", POST));
    chain.pushSigned(answer(ALICE_POST), POST);
    chain.pushSigned(ledger(new Ledger.Nest(0), ALICE_POST), POST);

    chain.push(link(TestChain.LEDGER, "answer", PermissionNames.OWNER));
    chain.refused(ChainError.IRRELEVANT_AUTH, () -> chain.pushSigned(answer(ALICE_POST), POST));
    chain.refused(ChainError.IRRELEVANT_AUTH, answer(ALICE_ACTIVE));
    chain.push(answer(ALICE_OWNER));
  }

  @Test
  @Tag("PERM-02")
  void link_toEosioAny_letsEveryPermissionOfTheAccount() {
    addPost();
    Name sub = Name.of("sub");
    PermissionLevel aliceSub = new PermissionLevel(ALICE, sub);
    chain.push(update(aliceSub, POST, TestChain.authority(sub), ALICE_ACTIVE));
    chain.push(link(TestChain.LEDGER, "answer", PermissionNames.ANY));

    chain.pushSigned(answer(aliceSub), sub);
    chain.pushSigned(answer(ALICE_POST), POST);
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(aliceSub), POST));
  }

  @Test
  @Tag("PERM-02")
  void link_isRefused_twiceToNothingOrOfWhatCannotBeLinked() {
    addPost();
    chain.push(link(TestChain.LEDGER, "answer", POST));
    chain.refused(ChainError.ACTION_VALIDATE, link(TestChain.LEDGER, "answer", POST));
    chain.refused(ChainError.PERMISSION_QUERY, link(TestChain.LEDGER, "answer", Name.of("none")));
    chain.refused(ChainError.ACCOUNT_QUERY, link(Name.of("nobody"), "answer", POST));
    chain.refused(ChainError.TRANSACTION, unlink(TestChain.LEDGER, "nest"));
    for (String action : List.of("updateauth", "deleteauth", "linkauth", "unlinkauth")) {
      chain.refused(ChainError.ACTION_VALIDATE, link(TestChain.EOSIO, action, POST));
      // on another contract these are names like any other
      chain.push(link(TestChain.LEDGER, action, POST));
    }
    chain.push(link(TestChain.EOSIO, "setabi", POST));
  }

  @Test
  @Tag("PERM-02")
  void linkAndUnlink_needAPermission_asStrongAsTheLinkedOne() {
    addPost();
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        () -> chain.pushSigned(link(TestChain.LEDGER, "answer", POST, ALICE_POST), POST));
    chain.push(link(TestChain.LEDGER, "answer", POST));
    chain.pushSigned(
        system(
            new SystemActions.UnlinkAuth(ALICE, TestChain.LEDGER, Name.of("answer")), ALICE_POST),
        POST);
  }

  @Test
  @Tag("PERM-02")
  void updateAuth_isBoundToThePermissionItChanges() {
    addPost();
    Authority other = TestChain.authority("other");
    // a permission changes itself and those below it, none above
    chain.pushSigned(update(ALICE_POST, PermissionNames.ACTIVE, other, ALICE_POST), POST);
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        () -> chain.pushSigned(
            update(ALICE_ACTIVE, PermissionNames.OWNER, other, ALICE_POST), "other"));
    chain.refused(ChainError.IRRELEVANT_AUTH, update(ALICE_OWNER, Name.EMPTY, other, ALICE_ACTIVE));
    chain.push(update(ALICE_OWNER, Name.EMPTY, TestChain.authority(ALICE), ALICE_OWNER));
    // only the account itself, with one permission
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        update(ALICE_POST, PermissionNames.ACTIVE, other, PermissionLevel.active(BOB)));
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        update(
            ALICE_POST, PermissionNames.ACTIVE, other, ALICE_ACTIVE, PermissionLevel.active(BOB)));
    // a new permission is for the parent to create
    PermissionLevel below = new PermissionLevel(ALICE, Name.of("below"));
    chain.pushSigned(update(below, POST, other, ALICE_POST), "other");
    PermissionLevel beside = new PermissionLevel(ALICE, Name.of("beside"));
    chain.refused(
        ChainError.IRRELEVANT_AUTH,
        () -> chain.pushSigned(update(beside, PermissionNames.ACTIVE, other, ALICE_POST), "other"));
  }

  @Test
  @Tag("PERM-02")
  void updateAuth_isRefused_forATableThatWouldNotBeATree() {
    addPost();
    Authority own = TestChain.authority(ALICE);
    chain.refused(
        ChainError.ACTION_VALIDATE, update(ALICE_OWNER, PermissionNames.ACTIVE, own, ALICE_OWNER));
    chain.refused(ChainError.ACTION_VALIDATE, update(ALICE_ACTIVE, POST, own, ALICE_OWNER));
    chain.refused(ChainError.ACTION_VALIDATE, update(ALICE_POST, Name.EMPTY, own, ALICE_ACTIVE));
    chain.refused(ChainError.ACTION_VALIDATE, update(ALICE_POST, POST, own, ALICE_ACTIVE));
    chain.refused(
        ChainError.ACTION_VALIDATE, update(ALICE_POST, PermissionNames.OWNER, own, ALICE_ACTIVE));
    chain.refused(
        ChainError.PERMISSION_QUERY,
        update(new PermissionLevel(ALICE, Name.of("orphan")), Name.of("none"), own, ALICE_ACTIVE));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        update(
            new PermissionLevel(ALICE, Name.of("eosio.x")),
            PermissionNames.ACTIVE,
            own,
            ALICE_ACTIVE));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        update(new PermissionLevel(ALICE, Name.EMPTY), PermissionNames.ACTIVE, own, ALICE_ACTIVE));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        update(
            ALICE_POST,
            PermissionNames.ACTIVE,
            new Authority(0, own.keys(), List.of(), List.of()),
            ALICE_ACTIVE));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        update(
            ALICE_POST,
            PermissionNames.ACTIVE,
            Authority.ofLevel(PermissionLevel.active(Name.of("nobody"))),
            ALICE_ACTIVE));
  }

  @Test
  @Tag("PERM-02")
  void deleteAuth_isRefused_forWhatIsNeeded() {
    addPost();
    chain.refused(ChainError.ACTION_VALIDATE, delete(PermissionNames.OWNER, ALICE_OWNER));
    chain.refused(ChainError.ACTION_VALIDATE, delete(PermissionNames.ACTIVE, ALICE_OWNER));
    chain.refused(ChainError.PERMISSION_QUERY, delete(Name.of("none"), ALICE_ACTIVE));
    chain.push(link(TestChain.LEDGER, "answer", POST));
    chain.refused(ChainError.ACTION_VALIDATE, delete(POST, ALICE_ACTIVE));
    chain.push(unlink(TestChain.LEDGER, "answer"));
    PermissionLevel below = new PermissionLevel(ALICE, Name.of("below"));
    chain.push(update(below, POST, TestChain.authority("below"), ALICE_ACTIVE));
    chain.refused(ChainError.ACTION_VALIDATE, delete(POST, ALICE_ACTIVE));
    chain.refused(ChainError.IRRELEVANT_AUTH, () -> chain.pushSigned(delete(POST, below), "below"));

    chain.push(delete(Name.of("below"), ALICE_ACTIVE));
    chain.push(delete(POST, ALICE_ACTIVE));
    assertThat(chain.kernel().present().permission(ALICE_POST)).isEmpty();
  }

  @Test
  void permissionActions_areRefused_whenTheirDataCannotBeRead() {
    for (String name : List.of(
        "newaccount", "updateauth", "deleteauth", "linkauth", "unlinkauth", "setcode", "setabi")) {
      Action unreadable =
          new Action(TestChain.EOSIO, Name.of(name), List.of(ALICE_ACTIVE), Bytes.ofHex("0102"));
      ChainException refusal = chain.refused(ChainError.INVALID_ACTION_ARGS, unreadable);
      assertThat(refusal).hasMessageContaining("data of eosio::" + name + " cannot be read");
    }
  }

  @Test
  @Tag("PERM-03")
  void owner_replacesALostActiveKey() {
    chain.push(
        update(ALICE_ACTIVE, PermissionNames.OWNER, TestChain.authority("fresh"), ALICE_OWNER));

    chain.pushSigned(answer(ALICE_ACTIVE), "fresh");
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_ACTIVE), ALICE));
  }

  @Test
  @Tag("PERM-03")
  void guardian_replacesALostKey() {
    chain.push(update(
        ALICE_OWNER,
        Name.EMPTY,
        new Authority(
            1,
            List.of(new KeyWeight(TestChain.key(ALICE).publicKey(), 1)),
            List.of(new PermissionLevelWeight(PermissionLevel.active(BOB), 1)),
            List.of()),
        ALICE_OWNER));
    chain.pushSigned(
        update(ALICE_OWNER, Name.EMPTY, TestChain.authority("fresh"), ALICE_OWNER), BOB);

    chain.pushSigned(answer(ALICE_OWNER), "fresh");
    chain.refused(
        ChainError.UNSATISFIED_AUTHORIZATION, () -> chain.pushSigned(answer(ALICE_OWNER), BOB));
  }

  private void addPost() {
    chain.push(update(ALICE_POST, PermissionNames.ACTIVE, TestChain.authority(POST), ALICE_ACTIVE));
  }

  private static Action update(
      PermissionLevel level, Name parent, Authority authority, PermissionLevel... by) {
    return system(
        new SystemActions.UpdateAuth(level.actor(), level.permission(), parent, authority), by);
  }

  private static Action delete(Name permission, PermissionLevel by) {
    return system(new SystemActions.DeleteAuth(ALICE, permission), by);
  }

  private static Action link(Name code, String type, Name requirement) {
    return link(code, type, requirement, ALICE_ACTIVE);
  }

  private static Action link(Name code, String type, Name requirement, PermissionLevel by) {
    return system(new SystemActions.LinkAuth(ALICE, code, Name.of(type), requirement), by);
  }

  private static Action unlink(Name code, String type) {
    return system(new SystemActions.UnlinkAuth(ALICE, code, Name.of(type)), ALICE_ACTIVE);
  }

  private static Action system(Record data, PermissionLevel... by) {
    return TestChain.system(data, by);
  }

  private static Action answer(PermissionLevel level) {
    return ledger(new Ledger.Answer(1), level);
  }

  private static Action ledger(Record data, PermissionLevel level) {
    return JavaContract.action(TestChain.LEDGER, data, level);
  }
}
