package io.github.coopj.samples.benchmarks;

import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Digests with their signatures, each by a key of its own, in the forms that coopJ and the libraries below it take. */
final class SignedDigests {
  static final int COUNT = 64;

  final PrivateKey[] keys = new PrivateKey[COUNT];
  final Checksum256[] digests = new Checksum256[COUNT];
  final Signature[] signatures = new Signature[COUNT];
  final byte[][] plainDigests = new byte[COUNT][];
  final byte[][] compacts = new byte[COUNT][];
  final byte[][] numbers = new byte[COUNT][];
  final int[] recoveryIds = new int[COUNT];
  private int next;

  SignedDigests() {
    for (int i = 0; i < COUNT; i++) {
      keys[i] = PrivateKey.ofSecret(KeyType.K1, hash("key " + i).toBytes());
      digests[i] = hash("digest " + i);
      signatures[i] = keys[i].sign(digests[i]);
      plainDigests[i] = digests[i].toBytes();
      compacts[i] = signatures[i].toCompact();
      numbers[i] = Arrays.copyOfRange(compacts[i], 1, compacts[i].length);
      recoveryIds[i] = (compacts[i][0] - 27) & 3;
    }
  }

  /** Indices in turn, so that no call has the arguments of the one before. */
  int next() {
    next = (next + 1) % COUNT;
    return next;
  }

  private static Checksum256 hash(String text) {
    return Checksum256.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
