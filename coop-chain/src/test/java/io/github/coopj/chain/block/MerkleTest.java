package io.github.coopj.chain.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MerkleTest {
  @Test
  void root_isZeros_withoutLeaves() {
    assertThat(Merkle.root(List.of())).isEqualTo(Checksum256.ZERO);
    assertThat(IncrementalMerkle.EMPTY.root()).isEqualTo(Checksum256.ZERO);
  }

  @Test
  void root_isTheLeaf_ofOneLeaf() {
    assertThat(Merkle.root(List.of(leaf(1)))).isEqualTo(leaf(1));
  }

  @Test
  void parent_marksTheSides() {
    byte[] pair = new byte[64];
    System.arraycopy(leaf(1).toBytes(), 0, pair, 0, 32);
    System.arraycopy(leaf(2).toBytes(), 0, pair, 32, 32);
    pair[0] = (byte) (pair[0] & 0x7f);
    pair[32] = (byte) (pair[32] | 0x80);

    assertThat(Merkle.parent(leaf(1), leaf(2))).isEqualTo(Checksum256.sha256(pair));
  }

  @Test
  void root_pairsAnOddLastMemberWithItself() {
    Checksum256 left = Merkle.parent(leaf(1), leaf(2));
    Checksum256 right = Merkle.parent(leaf(3), leaf(3));

    assertThat(Merkle.root(List.of(leaf(1), leaf(2), leaf(3))))
        .isEqualTo(Merkle.parent(left, right));
  }

  @Test
  void append_givesTheSameRoot_for0To200Leaves() {
    List<Checksum256> leaves = new ArrayList<>();
    IncrementalMerkle growing = IncrementalMerkle.EMPTY;
    for (int count = 0; count <= 200; count++) {
      assertThat(growing.root()).as("%d leaves", count).isEqualTo(Merkle.root(leaves));
      assertThat(growing.nodeCount()).isEqualTo(count);
      assertThat(growing.activeNodes()).hasSizeLessThanOrEqualTo(9);
      leaves.add(leaf(count));
      growing = growing.append(leaf(count));
    }
  }

  @Test
  @Tag("ARCH-05")
  void root_differs_whenAnyLeafIsAnother() {
    List<Checksum256> leaves = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      leaves.add(leaf(i));
    }
    Checksum256 root = Merkle.root(leaves);
    for (int i = 0; i < leaves.size(); i++) {
      List<Checksum256> changed = new ArrayList<>(leaves);
      changed.set(i, leaf(1000 + i));
      assertThat(Merkle.root(changed)).as("leaf %d", i).isNotEqualTo(root);
    }
  }

  @Test
  void incrementalMerkle_isRefused_withLeavesButNoNodes() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new IncrementalMerkle(List.of(), 1))
        .withMessage("a tree of 1 leaves has active nodes");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new IncrementalMerkle(List.of(), -1));
  }

  private static Checksum256 leaf(int number) {
    return Checksum256.sha256(new byte[] {(byte) number, (byte) (number >> 8)});
  }
}
