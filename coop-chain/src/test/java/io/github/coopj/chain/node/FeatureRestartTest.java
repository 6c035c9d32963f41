package io.github.coopj.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.chain.kernel.ChainError;
import io.github.coopj.chain.kernel.ChainException;
import io.github.coopj.chain.kernel.TestChain;
import io.github.coopj.chain.store.StoreOptions;
import io.github.coopj.chain.system.SystemContract;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol features of a chain in a folder: scheduled by the host, asked for by contracts, there after a restart. */
class FeatureRestartTest {
  private static final Checksum256 FIRST = ProtocolFeature.PREACTIVATE_FEATURE.digest();
  private static final Checksum256 SECOND = ProtocolFeature.ACTION_RETURN_VALUE.digest();

  @TempDir
  private Path directory;

  @ParameterizedTest(name = "snapshot: {0}")
  @ValueSource(booleans = {false, true})
  @Tag("PLAT-03")
  void features_areThere_afterARestart_andSoAreThoseAskedFor(boolean snapshot) {
    Checksum256 asked;
    try (LocalChain chain = open()) {
      assertThat(chain.features()).isEmpty();
      chain.scheduleFeatures(List.of(FIRST));
      chain.push(
          List.of(TestChain.install(TestChain.EOSIO, new SystemContract())),
          List.of(TestChain.key(TestChain.EOSIO)));
      chain.produceBlock();
      assertThat(chain.features()).containsExactly(FIRST);
      chain.push(
          List.of(TestChain.system(
              new SystemContract.Activate(SECOND), PermissionLevel.active(TestChain.EOSIO))),
          List.of(TestChain.key(TestChain.EOSIO)));
      chain.produceBlock();
      if (snapshot) {
        chain.writeSnapshot();
      }
      asked = chain.stateDigest();
    }
    try (LocalChain chain = open()) {
      assertThat(chain.stateDigest()).isEqualTo(asked);
      assertThat(chain.features()).containsExactly(FIRST);
      assertThat(chain.view().requestedFeatures()).containsExactly(SECOND);
      chain.produceBlock();
      assertThat(chain.features()).containsExactly(FIRST, SECOND);
      assertThat(chain.view().requestedFeatures()).isEmpty();
      asked = chain.stateDigest();
    }
    LocalChain.Replayed replayed = LocalChain.replay(
        directory.resolve("chain/blocks.log"), Set.of(), TestChain.catalog(), number -> {});
    assertThat(replayed).isEqualTo(new LocalChain.Replayed(4, asked));
  }

  @Test
  void scheduleFeatures_isRefused_onAChainThatHasThem() {
    try (LocalChain chain = LocalChain.open(options().build())) {
      assertThat(chain.features()).hasSize(ProtocolFeature.FIRST.size());
      assertThatThrownBy(() -> chain.scheduleFeatures(List.of(FIRST)))
          .isInstanceOf(ChainException.class)
          .extracting(e -> ((ChainException) e).reason())
          .isEqualTo(ChainError.PROTOCOL_FEATURE);
    }
  }

  private LocalChain open() {
    return LocalChain.open(options()
        .features(Set.of())
        .store(StoreOptions.in(directory.resolve("chain")))
        .build());
  }

  private static ChainOptions.Builder options() {
    return ChainOptions.builder()
        .genesis(TestChain.GENESIS)
        .catalog(TestChain.catalog())
        .clock(new VirtualClock(Instant.parse("2026-01-01T00:00:00Z")))
        .addProducers(TestChain.key(TestChain.EOSIO));
  }
}
