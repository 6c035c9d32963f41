package io.github.coopj.core.name;

import io.github.coopj.InvalidValueException;
import java.util.Optional;

/**
 * Which names an account (аккаунт) or a domain (домен) may have and who may create them.
 *
 * <ul>
 *   <li>An ordinary account has 6 to 12 characters out of {@code a-z} and {@code 1-5}, no dot; anybody may create it
 *       (ACC-03). Upper case and the digits 6, 7, 8, 9, 0 do not exist in a name (ACC-04); nothing is folded.
 *   <li>A domain has 1 to 6 characters and no dot (DOM-01). Six characters are both ordinary and a domain, so anybody may
 *       create them; names of 1 to 5 characters are created by a privileged account only.
 *   <li>{@code x.d} is created by exactly the account {@code d}, where {@code d} is what follows the <em>last</em> dot:
 *       {@code user.com} and {@code a.b.com} are both in the zone of {@code com} (DOM-02, DOM-03; protocol rule
 *       name::suffix). Being privileged does not help, and {@code d} must be a domain. The whole name, zone included, has
 *       at most 12 characters, so "unlimited" in a zone means all names that fit.
 *   <li>{@code eosio.*} belongs to the system: a privileged account creates it, and the zone rule does not apply.
 * </ul>
 *
 * <h2>How many names there are (ACC-05)</h2>
 *
 * <p>{@link #CANONICAL_NAMES} = 1 152 921 504 606 846 975 = 2<sup>60</sup> &minus; 1 counts everything that twelve symbols of
 * five bits can say, dots included, the empty name excluded; a name of at most 12 characters is such a number shifted left
 * by four bits ({@link #ordinal}). {@link #ORDINARY_NAMES} = 813 918 209 885 251 297 = 31<sup>6</sup> + … + 31<sup>12</sup>
 * counts what the rule of ACC-03 really lets through.
 */
public final class AccountNames {
  /** Characters that any account name can have at most. */
  public static final int MAX_LENGTH = 12;
  /** Characters that an ordinary account name has at least. */
  public static final int MIN_ORDINARY_LENGTH = 6;
  /** Characters that a domain has at most. */
  public static final int MAX_DOMAIN_LENGTH = 6;
  /** Names of 1 to 12 characters that the encoding can tell apart, 2^60 - 1. */
  public static final long CANONICAL_NAMES = (1L << 60) - 1;
  /** Ordinary account names: 6 to 12 characters of an alphabet of 31. */
  public static final long ORDINARY_NAMES = 813_918_209_885_251_297L;

  private static final String SYSTEM_PREFIX = "eosio.";

  private AccountNames() {}

  /**
   * Whether a name is that of an ordinary account.
   *
   * @param name any name
   * @return true for 6 to 12 characters without a dot
   */
  public static boolean isOrdinary(Name name) {
    int length = name.length();
    return length >= MIN_ORDINARY_LENGTH && length <= MAX_LENGTH && !name.hasDot();
  }

  /**
   * Refuses a name that is not ordinary.
   *
   * @param name any name
   * @throws InvalidValueException unless it has 6 to 12 characters of {@code a-z} and {@code 1-5}
   */
  public static void requireOrdinary(Name name) {
    if (!isOrdinary(name)) {
      throw new InvalidValueException(
          "ordinary account name must have 6 to 12 characters of a-z and 1-5, got '" + name + "'");
    }
  }

  /**
   * Whether a name can be that of a domain.
   *
   * @param name any name
   * @return true for 1 to 6 characters without a dot
   */
  public static boolean isDomain(Name name) {
    int length = name.length();
    return length >= 1 && length <= MAX_DOMAIN_LENGTH && !name.hasDot();
  }

  /**
   * Zone that a name lies in: what follows its last dot.
   *
   * @param name any name
   * @return {@code com} for {@code user.com} and for {@code a.b.com}; empty for a name without a dot
   */
  public static Optional<Name> zoneOf(Name name) {
    return name.hasDot() ? Optional.of(name.suffix()) : Optional.empty();
  }

  /**
   * Refuses an account that its creator may not create. Whether the name is still free is not looked at here.
   *
   * @param creator account that creates
   * @param newAccount name of the account to be
   * @param creatorIsPrivileged whether the chain counts {@code creator} among its privileged accounts
   * @throws InvalidValueException naming the broken rule
   */
  public static void requireMayCreate(Name creator, Name newAccount, boolean creatorIsPrivileged) {
    if (newAccount.isEmpty()) {
      throw new InvalidValueException("account name must not be empty");
    }
    if (newAccount.length() > MAX_LENGTH) {
      throw new InvalidValueException(
          "account name must have at most 12 characters, got '" + newAccount + "'");
    }
    if (newAccount.hasDot()) {
      requireMayCreateInZone(creator, newAccount, creatorIsPrivileged);
    } else if (newAccount.length() < MIN_ORDINARY_LENGTH && !creatorIsPrivileged) {
      throw new InvalidValueException(
          "name of 1 to 5 characters may be created only by a privileged account, '" + creator
              + "' may not create '" + newAccount + "'");
    }
  }

  /**
   * Place of a name of 1 to 12 characters among all of them, in their order.
   *
   * @param name a name of 1 to 12 characters
   * @return 1 to {@link #CANONICAL_NAMES}
   * @throws InvalidValueException for the empty name and for one of 13 characters
   */
  public static long ordinal(Name name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      throw new InvalidValueException(
          "only names of 1 to 12 characters are numbered, got '" + name + "'");
    }
    return name.value() >>> 4;
  }

  /**
   * Name at a place, the inverse of {@link #ordinal}.
   *
   * @param ordinal 1 to {@link #CANONICAL_NAMES}
   * @return the name of 1 to 12 characters
   * @throws InvalidValueException outside the range
   */
  public static Name ofOrdinal(long ordinal) {
    if (ordinal < 1 || ordinal > CANONICAL_NAMES) {
      throw new InvalidValueException("place of a name must be 1 to 2^60-1, got " + ordinal);
    }
    return new Name(ordinal << 4);
  }

  private static void requireMayCreateInZone(
      Name creator, Name newAccount, boolean creatorIsPrivileged) {
    String text = newAccount.toString();
    if (text.startsWith(SYSTEM_PREFIX)) {
      if (!creatorIsPrivileged) {
        throw new InvalidValueException(
            "names that start with 'eosio.' belong to privileged accounts, '" + creator
                + "' may not create '" + text + "'");
      }
      return;
    }
    if (text.startsWith(".") || text.contains("..")) {
      throw new InvalidValueException(
          "account name must have a character before each dot, got '" + text + "'");
    }
    Name zone = newAccount.suffix();
    if (!isDomain(zone)) {
      throw new InvalidValueException(
          "zone of an account must be a domain of 1 to 6 characters, got '" + zone + "' in '" + text
              + "'");
    }
    if (!creator.equals(zone)) {
      throw new InvalidValueException("only '" + zone + "' may create accounts in its zone, '"
          + creator + "' may not create '" + text + "'");
    }
  }
}
