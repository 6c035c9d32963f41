package io.github.coopj.governance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.MerkleTree.Frontier;
import io.github.coopj.governance.document.MerkleTree.Inclusion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int MOST = 130;

  private static List<Checksum256> leaves(int count) {
    List<Checksum256> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(Checksum256.sha256(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
    }
    return leaves;
  }

  /** Written from RFC 6962, section 2.1: k is the largest power of two smaller than n. */
  private static Checksum256 oracle(List<Checksum256> leaves) {
    int n = leaves.size();
    if (n < 2) {
      return n == 0 ? Checksum256.ZERO : leaves.get(0);
    }
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(1);
    bytes.writeBytes(oracle(leaves.subList(0, k)).toBytes());
    bytes.writeBytes(oracle(leaves.subList(k, n)).toBytes());
    return Checksum256.sha256(bytes.toByteArray());
  }

  private static Checksum256 flipped(Checksum256 hash, int bit) {
    byte[] bytes = hash.toBytes();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Checksum256.of(bytes);
  }

  @Test
  void root_equalsTheOracle_forEverySize_appendedOrAtOnce() {
    List<Checksum256> all = leaves(MOST);
    Frontier appended = Frontier.EMPTY;
    for (int size = 0; size <= MOST; size++) {
      List<Checksum256> part = all.subList(0, size);
      assertThat(appended.root()).as("size %s", size).isEqualTo(oracle(part));
      assertThat(Frontier.of(part)).isEqualTo(appended);
      assertThat(appended.size()).isEqualTo(size);
      assertThat(appended.peaks()).hasSize(Integer.bitCount(size));
      if (size < MOST) {
        appended = appended.append(all.get(size));
      }
    }
  }

  @Test
  void inclusion_verifies_everyLeafOfEverySize_inItsPlaceOnly() {
    for (int size = 1; size <= MOST; size++) {
      List<Checksum256> leaves = leaves(size);
      Checksum256 root = oracle(leaves);
      for (int index = 0; index < size; index++) {
        Inclusion proof = MerkleTree.inclusion(leaves, index);
        assertThat(proof.verifies(leaves.get(index), root))
            .as("%s of %s", index, size)
            .isTrue();
        assertThat(proof.verifies(leaves.get((index + 1) % size), root)).isEqualTo(size == 1);
        for (int other = -1; other <= size; other++) {
          assertThat(new Inclusion(other, size, proof.path()).verifies(leaves.get(index), root))
              .as("%s of %s at %s", index, size, other)
              .isEqualTo(other == index);
        }
      }
    }
  }

  @Test
  void inclusion_withAnyBitChanged_orAnotherNumberOfHashes_fails() {
    for (int size : new int[] {2, 3, 7, 8, 130}) {
      List<Checksum256> leaves = leaves(size);
      Checksum256 root = oracle(leaves);
      for (int index : new int[] {0, size / 2, size - 1}) {
        Inclusion proof = MerkleTree.inclusion(leaves, index);
        Checksum256 leaf = leaves.get(index);
        for (int level = 0; level < proof.path().size(); level++) {
          for (int bit = 0; bit < 256; bit++) {
            List<Checksum256> path = new ArrayList<>(proof.path());
            path.set(level, flipped(path.get(level), bit));
            assertThat(new Inclusion(index, size, path).verifies(leaf, root)).isFalse();
          }
        }
        List<Checksum256> longer = new ArrayList<>(proof.path());
        longer.add(Checksum256.ZERO);
        List<Checksum256> shorter = proof.path().subList(1, proof.path().size());
        assertThat(new Inclusion(index, size, longer).rootFrom(leaf)).isEmpty();
        assertThat(new Inclusion(index, size, shorter).rootFrom(leaf)).isEmpty();
      }
    }
  }

  @Test
  void inclusion_ofNoLeaf_isRefused() {
    for (int index : new int[] {-1, 3}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> MerkleTree.inclusion(leaves(3), index))
          .withMessage("a tree of 3 leaves has no leaf " + index);
    }
  }

  @Test
  void frontier_isStoredAndRestored_andRefusesPartsThatDoNotFit() {
    Codec<Frontier> codec = RecordCodec.of(Frontier.class);
    for (int size = 0; size <= MOST; size++) {
      Frontier frontier = Frontier.of(leaves(size));
      assertThat(codec.decode(codec.encode(frontier))).isEqualTo(frontier);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Frontier(3, leaves(1)))
        .withMessage("a tree of 3 leaves cannot have 1 full parts");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Frontier(-1, leaves(64)))
        .withMessage("a tree of -1 leaves cannot have 64 full parts");
  }
}
