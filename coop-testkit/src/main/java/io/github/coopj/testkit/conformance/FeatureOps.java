package io.github.coopj.testkit.conformance;

import io.github.coopj.chain.block.ProtocolFeature;
import io.github.coopj.crypto.Checksum256;
import java.util.List;
import java.util.Optional;

/** Protocol features by what names them. */
final class FeatureOps {
  void addTo(Ops ops) {
    ops.add("protocolFeature.digest", this::digest);
  }

  private Result digest(Case c) {
    Checksum256 digest = SignatureOps.checksum(c, "digest");
    Optional<ProtocolFeature> found = List.of(ProtocolFeature.values()).stream()
        .filter(feature -> feature.name().equals(c.text("name")))
        .findFirst();
    if (found.isEmpty()) {
      return Result.unsupported("coopJ knows no feature of this name");
    }
    ProtocolFeature feature = found.get();
    c.expect("codename", feature.codename());
    c.expect("descriptionDigest", feature.descriptionDigest().toHex());
    c.expect(
        "dependencies",
        feature.dependencies().stream().map(each -> each.digest().toHex()).toList());
    c.expect("packedHex", feature.pack());
    c.expect("digest", feature.digest().toHex());
    c.same("feature of the digest", Optional.of(feature), ProtocolFeature.find(digest));
    return c.result();
  }
}
