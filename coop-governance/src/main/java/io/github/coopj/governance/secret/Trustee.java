package io.github.coopj.governance.secret;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.PublicKey;

/**
 * Who holds a share of the key of a secret ballot (хранитель ключа).
 *
 * @param account account of the trustee
 * @param key key that shares are sealed to, K1 or R1
 */
public record Trustee(Name account, PublicKey key) {}
