package io.github.coopj.chain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.chain.contract.SystemActions;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.permission.KeyWeight;
import io.github.coopj.core.permission.Permission;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.permission.PermissionNames;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts as they are created through the action {@code newaccount}. */
class AccountRulesTest {
  private static final Name ALICE = TestChain.ALICE;

  private final TestChain chain = new TestChain();

  @Test
  @Tag("ACC-01")
  void newAccount_makesTheRecordWithItsTwoPermissions() {
    Name carol = Name.of("carol1");
    chain.push(TestChain.newAccount(ALICE, carol));

    AccountObject account = chain.kernel().present().account(carol).orElseThrow();
    assertThat(account.created()).isEqualTo(chain.making().slot());
    assertThat(account.privileged()).isFalse();
    assertThat(account.codeHash()).isEqualTo(Checksum256.ZERO);
    Permission owner = chain
        .kernel()
        .present()
        .permission(new PermissionLevel(carol, PermissionNames.OWNER))
        .orElseThrow();
    Permission active =
        chain.kernel().present().permission(PermissionLevel.active(carol)).orElseThrow();
    assertThat(owner.parent()).isEqualTo(Name.EMPTY);
    assertThat(active.parent()).isEqualTo(PermissionNames.OWNER);
    assertThat(active.authority()).isEqualTo(TestChain.authority(carol));
    assertThat(chain.kernel().present().account(Name.of("nobody"))).isEmpty();
  }

  @Test
  @Tag("ACC-02")
  void newAccount_isRefused_whenTheNameIsTaken() {
    chain.push(TestChain.newAccount(ALICE, Name.of("carol1")));

    ChainException refusal = chain.refused(
        ChainError.ACCOUNT_NAME_EXISTS, TestChain.newAccount(TestChain.BOB, Name.of("carol1")));
    assertThat(refusal)
        .hasMessage("3050001 account_name_exists_exception: "
            + "cannot create account named carol1, as that name is already taken");
    chain.refused(
        ChainError.ACCOUNT_NAME_EXISTS, TestChain.newAccount(TestChain.EOSIO, TestChain.EOSIO));
    chain.produce();
    chain.refused(ChainError.ACCOUNT_NAME_EXISTS, TestChain.newAccount(ALICE, Name.of("carol1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcdef", "abcdefg", "a12345", "zzzzzzzzzzzz", "123451234512"})
  @Tag("ACC-03")
  void newAccount_goes_with6To12LettersAndDigits(String name) {
    chain.push(TestChain.newAccount(ALICE, Name.of(name)));

    assertThat(chain.kernel().present().account(Name.of(name))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "abc", "abcd", "abcde"})
  @Tag("ACC-03")
  void newAccount_isForPrivilegedOnly_with1To5Characters(String name) {
    ChainException refusal =
        chain.refused(ChainError.ASSERT_MESSAGE, TestChain.newAccount(ALICE, Name.of(name)));
    assertThat(refusal)
        .hasMessageContaining("name of 1 to 5 characters may be created only by a privileged");

    chain.push(TestChain.newAccount(TestChain.EOSIO, Name.of(name)));
    assertThat(chain.kernel().present().account(Name.of(name))).isPresent();
  }

  @Test
  @Tag("ACC-03")
  void newAccount_isRefused_with13CharactersOrNone() {
    chain.push(TestChain.newAccount(ALICE, Name.of("abcdefabcdef")));
    chain.refused(
        ChainError.ACTION_VALIDATE, TestChain.newAccount(ALICE, Name.of("abcdefabcdefa")));
    chain.refused(ChainError.ACTION_VALIDATE, TestChain.newAccount(ALICE, Name.EMPTY));
    chain.refused(
        ChainError.ACTION_VALIDATE,
        TestChain.newAccount(TestChain.EOSIO, Name.of("abcdefabcdefa")));
  }

  @ParameterizedTest
  @ValueSource(chars = {'6', '7', '8', '9', '0', 'A', 'Z', '-', '_'})
  @Tag("ACC-03")
  @Tag("ACC-04")
  void names_doNotExist_withOtherCharactersAtAnyPosition(char wrong) {
    for (int at = 0; at < 12; at++) {
      String text = "a".repeat(at) + wrong + "a".repeat(11 - at);
      assertThatExceptionOfType(InvalidValueException.class)
          .as(text)
          .isThrownBy(() -> Name.of(text));
    }
  }

  @Test
  @Tag("DOM-02")
  @Tag("DOM-03")
  void newAccount_inAZone_isForTheDomainOnly() {
    Name com = Name.of("com");
    chain.push(TestChain.newAccount(TestChain.EOSIO, com));

    for (String name : List.of("user.com", "bitcoin.com", "bank.com", "a.b.com", "x.com")) {
      for (Name other : List.of(ALICE, TestChain.EOSIO, TestChain.BOB)) {
        ChainException refusal =
            chain.refused(ChainError.ASSERT_MESSAGE, TestChain.newAccount(other, Name.of(name)));
        assertThat(refusal).hasMessageContaining(name);
      }
      chain.push(TestChain.newAccount(com, Name.of(name)));
      assertThat(chain.kernel().present().account(Name.of(name))).isPresent();
    }
  }

  @Test
  @Tag("DOM-03")
  void newAccount_inAZoneOfAZone_isNotForTheZoneInBetween() {
    Name com = Name.of("com");
    Name between = Name.of("b.com");
    chain.push(TestChain.newAccount(TestChain.EOSIO, com));
    chain.push(TestChain.newAccount(com, between));

    chain.refused(ChainError.ASSERT_MESSAGE, TestChain.newAccount(between, Name.of("a.b.com")));
    chain.push(TestChain.newAccount(com, Name.of("a.b.com")));
  }

  @Test
  @Tag("DOM-02")
  void newAccount_ofTheSystem_isForPrivilegedOnly() {
    chain.refused(ChainError.ACTION_VALIDATE, TestChain.newAccount(ALICE, Name.of("eosio.mine")));
    chain.push(TestChain.newAccount(TestChain.EOSIO, Name.of("eosio.mine")));
  }

  @Test
  void newAccount_isRefused_withoutTheCreatorsAuthority() {
    chain.refused(
        ChainError.MISSING_AUTH,
        TestChain.system(
            new SystemActions.NewAccount(
                ALICE, Name.of("carol1"), TestChain.authority("c"), TestChain.authority("c")),
            PermissionLevel.active(TestChain.BOB)));
  }

  @Test
  void newAccount_isRefused_withAnAuthorityThatCannotBeReached() {
    Authority unreachable = new Authority(
        2, List.of(new KeyWeight(TestChain.key("c").publicKey(), 1)), List.of(), List.of());
    Authority ofNobody = Authority.ofLevel(PermissionLevel.active(Name.of("nobody")));
    Authority ofNoPermission = Authority.ofLevel(new PermissionLevel(ALICE, Name.of("none")));

    chain.refused(
        ChainError.ACTION_VALIDATE, TestChain.newAccount(ALICE, Name.of("carol1"), unreachable));
    chain.refused(
        ChainError.ACTION_VALIDATE, TestChain.newAccount(ALICE, Name.of("carol1"), ofNobody));
    chain.refused(
        ChainError.ACTION_VALIDATE, TestChain.newAccount(ALICE, Name.of("carol1"), ofNoPermission));
    chain.push(TestChain.newAccount(
        ALICE, Name.of("carol1"), Authority.ofLevel(PermissionLevel.active(ALICE))));
  }

  /** Its permissions are made after its authorities were looked at, but its account before. */
  @Test
  void newAccount_mayNameItsOwnActiveAndCode_butNotItsOwnerOrOthers() {
    Name carol = Name.of("carol1");
    for (Name permission : List.of(PermissionNames.OWNER, Name.of("post"))) {
      chain.refused(
          ChainError.ACTION_VALIDATE,
          TestChain.newAccount(
              ALICE, carol, Authority.ofLevel(new PermissionLevel(carol, permission))));
    }
    for (Name permission : List.of(PermissionNames.ACTIVE, PermissionNames.CODE)) {
      Name account = Name.of(permission.equals(PermissionNames.ACTIVE) ? "carol1" : "carol2");
      chain.push(TestChain.newAccount(
          ALICE, account, Authority.ofLevel(new PermissionLevel(account, permission))));
    }
  }
}
