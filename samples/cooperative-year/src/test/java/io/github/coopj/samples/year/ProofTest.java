package io.github.coopj.samples.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.chain.node.LocalChain;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.testkit.Cooperative;
import io.github.coopj.testkit.TestChain;
import io.github.coopj.testkit.TestClock;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last stage over the log of a cooperative that the testkit founded. */
class ProofTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  @Tag("CHAIN-10")
  @Tag("ARCH-05")
  void replay_givesTheSameDigest_andDamageIsNamed() {
    Path log = folder.resolve("blocks.log");
    TestChain chain = TestChain.onDisk(TestClock.at("2026-01-12T09:00:00Z"), folder);
    Checksum256 digest;
    try (Cooperative coop = Cooperative.found(chain, Cooperative.defaultCharter())) {
      coop.admit("applicant1");
      digest = coop.chain().stateDigest();
    }
    PrintStream silent = new PrintStream(PrintStream.nullOutputStream());
    Proof proof = new Proof(new Journal(silent, silent));
    LocalChain.Replayed replayed = proof.replay(log);
    assertThat(replayed.stateDigest()).isEqualTo(digest);
    assertThat(proof.damage(log))
        .matches("DAMAGED_BLOCK: .*damaged-blocks\\.log, block \\d+ at byte \\d+: .*");
    assertThat(proof.replay(log)).isEqualTo(replayed);
  }
}
