package io.github.coopj.core.permission;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.PublicKey;
import java.util.List;

/**
 * What would happen if an account lost its keys, told when it is set up and not when it is too late (PERM-03).
 *
 * @param account the account
 * @param level how well it is protected
 * @param irreplaceableKeys keys whose loss alone would leave {@code owner} unsatisfiable for ever, ascending
 * @param guardians permissions of other accounts that {@code owner} counts, ascending
 */
public record RecoveryReport(
    Name account, Level level, List<PublicKey> irreplaceableKeys, List<PermissionLevel> guardians) {
  /** Copies the lists. */
  public RecoveryReport {
    irreplaceableKeys = List.copyOf(irreplaceableKeys);
    guardians = List.copyOf(guardians);
  }

  /** How well an account is protected against the loss of keys. */
  public enum Level {
    /** Guardians can replace {@code owner} even when all keys of the account are lost. */
    GUARDED,
    /** Any single key may be lost, but when all keys of the account are, nobody can replace them. */
    SPARE_KEYS,
    /** The loss of one certain key is final. */
    SINGLE_KEY,
    /** Not even all keys and accounts together satisfy {@code owner} now. */
    UNREACHABLE
  }

  /**
   * Whether the account survives the loss of all its keys.
   *
   * @return true only with guardians that suffice without any key of the account
   */
  public boolean isRecoverable() {
    return level == Level.GUARDED;
  }

  /**
   * The report in one English sentence, for people; not for programs.
   *
   * @return the sentence
   */
  public String inWords() {
    return switch (level) {
      case GUARDED ->
        account + " is recoverable: its guardians can replace owner without any of its keys.";
      case SPARE_KEYS ->
        account + " is unrecoverable once all its keys are lost: owner has no sufficient guardian.";
      case SINGLE_KEY ->
        account + " is unrecoverable once " + irreplaceableKeys.get(0)
            + " is lost: owner has no sufficient guardian.";
      case UNREACHABLE -> account + " is unrecoverable already: nothing satisfies owner.";
    };
  }
}
