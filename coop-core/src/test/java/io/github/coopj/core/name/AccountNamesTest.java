package io.github.coopj.core.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNamesTest {
  private static final Name ANYBODY = Name.of("anybody");
  private static final Name SYSTEM = Name.of("eosio");

  @ParameterizedTest(name = "{0} characters: {1}")
  @CsvSource({"1,false", "5,false", "6,true", "7,true", "11,true", "12,true", "13,false"})
  @Tag("ACC-03")
  void isOrdinary_needs6To12Characters(int length, boolean ordinary) {
    Name name = Name.of("a1b2c3d4e5zyj".substring(0, length));
    assertThat(AccountNames.isOrdinary(name)).isEqualTo(ordinary);
    if (ordinary) {
      assertThatCode(() -> AccountNames.requireOrdinary(name)).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountNames.requireOrdinary(name))
          .withMessage("ordinary account name must have 6 to 12 characters of a-z and 1-5, got '"
              + name + "'");
    }
  }

  @Test
  @Tag("ACC-03")
  void isOrdinary_isFalse_forEmptyNameAndForDots() {
    assertThat(AccountNames.isOrdinary(Name.EMPTY)).isFalse();
    assertThat(AccountNames.isOrdinary(Name.of("user.com"))).isFalse();
    assertThat(AccountNames.isOrdinary(Name.of(".abcdef"))).isFalse();
  }

  @Test
  @Tag("ACC-03")
  void of_isRefused_forUpperCaseAtEveryPosition() {
    for (int length = 6; length <= 12; length++) {
      for (int at = 0; at < length; at++) {
        for (char c = 'a'; c <= 'z'; c++) {
          String good = "abcdefghijkl".substring(0, length);
          String bad = good.substring(0, at)
              + String.valueOf(c).toUpperCase(Locale.ROOT)
              + good.substring(at + 1);
          assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Name.of(bad));
        }
      }
    }
  }

  @Test
  @Tag("ACC-04")
  void of_takesDigits1To5AndRefuses67890_atEveryPosition() {
    for (int length = 6; length <= 12; length++) {
      for (int at = 0; at < length; at++) {
        String good = "abcdefghijkl".substring(0, length);
        for (char digit = '1'; digit <= '5'; digit++) {
          String text = good.substring(0, at) + digit + good.substring(at + 1);
          assertThat(AccountNames.isOrdinary(Name.of(text))).isTrue();
        }
        for (char digit : "67890".toCharArray()) {
          String text = good.substring(0, at) + digit + good.substring(at + 1);
          assertThatExceptionOfType(InvalidValueException.class)
              .isThrownBy(() -> Name.of(text))
              .withMessage("name may have only a-z, 1-5 and dots, got '" + digit + "' at position "
                  + (at + 1) + " of '" + text + "'");
        }
      }
    }
  }

  /** The figure of the description counts twelve symbols of five bits; the written rule lets fewer through. */
  @Test
  @Tag("ACC-05")
  void counts_areThoseOfTheDescriptionAndOfTheWrittenRule() {
    BigInteger ordinary = BigInteger.ZERO;
    for (int length = 6; length <= 12; length++) {
      ordinary = ordinary.add(BigInteger.valueOf(31).pow(length));
    }
    assertThat(BigInteger.valueOf(AccountNames.ORDINARY_NAMES))
        .isEqualTo(ordinary)
        .isEqualTo(new BigInteger("813918209885251297"));
    BigInteger canonical = BigInteger.valueOf(32).pow(12).subtract(BigInteger.ONE);
    assertThat(BigInteger.valueOf(AccountNames.CANONICAL_NAMES))
        .isEqualTo(canonical)
        .isEqualTo(new BigInteger("1152921504606846975"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a,true",
    "com,true",
    "zz5zz,true",
    "abcdef,true",
    "abcdefg,false",
    "a.b,false",
    ".a,false",
    "'',false"
  })
  @Tag("DOM-01")
  void isDomain_needs1To6CharactersWithoutDot(String text, boolean domain) {
    assertThat(AccountNames.isDomain(Name.of(text))).isEqualTo(domain);
  }

  @Test
  @Tag("DOM-01")
  void requireMayCreate_letsOnlyPrivilegedCreate_namesOf1To5Characters() {
    for (int length = 1; length <= 5; length++) {
      Name name = Name.of("abcde".substring(0, length));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountNames.requireMayCreate(ANYBODY, name, false))
          .withMessage(
              "name of 1 to 5 characters may be created only by a privileged account, 'anybody' may not create '"
                  + name + "'");
      assertThatCode(() -> AccountNames.requireMayCreate(SYSTEM, name, true))
          .doesNotThrowAnyException();
    }
    // six characters are a domain and an ordinary account at once, so anybody may take them
    assertThatCode(() -> AccountNames.requireMayCreate(ANYBODY, Name.of("abcdef"), false))
        .doesNotThrowAnyException();
  }

  @Test
  @Tag("ACC-03")
  void requireMayCreate_letsAnybodyCreate_ordinaryNames() {
    assertThatCode(() -> AccountNames.requireMayCreate(ANYBODY, Name.of("abcdefghijkl"), false))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AccountNames.requireMayCreate(SYSTEM, Name.of("abcdefghijkl1"), true))
        .withMessage("account name must have at most 12 characters, got 'abcdefghijkl1'");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AccountNames.requireMayCreate(SYSTEM, Name.EMPTY, true))
        .withMessage("account name must not be empty");
  }

  @ParameterizedTest(name = "{0} creates {1}")
  @CsvSource({
    "com,user.com",
    "com,bitcoin.com",
    "com,bank.com",
    "com,a.b.com",
    "abcdef,x.abcdef",
    "c,a.b.c"
  })
  @Tag("DOM-02")
  @Tag("DOM-03")
  void requireMayCreate_letsTheDomainCreate_inItsZone(String creator, String name) {
    assertThat(AccountNames.zoneOf(Name.of(name))).contains(Name.of(creator));
    assertThatCode(() -> AccountNames.requireMayCreate(Name.of(creator), Name.of(name), false))
        .doesNotThrowAnyException();
    assertThatCode(() -> AccountNames.requireMayCreate(Name.of(creator), Name.of(name), true))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} may not create {1}")
  @CsvSource({
    "anybody,user.com",
    "org,user.com",
    "user,user.com",
    "b.com,a.b.com",
    "b,a.b.com",
    "co,user.com",
    "eosio,user.com"
  })
  @Tag("DOM-02")
  @Tag("DOM-03")
  void requireMayCreate_isRefused_toEverybodyElse_evenPrivileged(String creator, String name) {
    for (boolean privileged : new boolean[] {false, true}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(
              () -> AccountNames.requireMayCreate(Name.of(creator), Name.of(name), privileged))
          .withMessage("only 'com' may create accounts in its zone, '" + creator
              + "' may not create '" + name + "'");
    }
  }

  @Test
  @Tag("DOM-03")
  void requireMayCreate_countsTheZone_inThe12Characters() {
    Name com = Name.of("com");
    assertThatCode(() -> AccountNames.requireMayCreate(com, Name.of("abcdefgh.com"), false))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> AccountNames.requireMayCreate(Name.of("coj"), Name.of("abcdefghi.coj"), false))
        .withMessage("account name must have at most 12 characters, got 'abcdefghi.coj'");
  }

  @ParameterizedTest
  @ValueSource(strings = {".com", "..com", "a..com", ".a.com"})
  @Tag("DOM-02")
  void requireMayCreate_isRefused_forEmptyParts(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AccountNames.requireMayCreate(Name.of("com"), Name.of(name), false))
        .withMessage("account name must have a character before each dot, got '" + name + "'");
  }

  @Test
  @Tag("DOM-01")
  void requireMayCreate_isRefused_whenTheZoneIsNoDomain() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> AccountNames.requireMayCreate(Name.of("company"), Name.of("user.company"), false))
        .withMessage(
            "zone of an account must be a domain of 1 to 6 characters, got 'company' in 'user.company'");
  }

  @Test
  @Tag("DOM-02")
  void requireMayCreate_keepsSystemNames_forPrivileged() {
    Name token = Name.of("eosio.token");
    assertThatCode(() -> AccountNames.requireMayCreate(SYSTEM, token, true))
        .doesNotThrowAnyException();
    for (Name creator : new Name[] {ANYBODY, Name.of("token")}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> AccountNames.requireMayCreate(creator, token, false))
          .withMessageContaining("names that start with 'eosio.' belong to privileged accounts");
    }
  }

  @Test
  void zoneOf_isEmpty_withoutDot() {
    assertThat(AccountNames.zoneOf(Name.of("com"))).isEmpty();
  }
}
