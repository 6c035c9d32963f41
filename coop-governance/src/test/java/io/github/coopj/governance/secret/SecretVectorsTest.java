package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number of a script that shares nothing with the library, in the order in which it was drawn. */
class SecretVectorsTest {
  private static final Checksum256 CEREMONY = Checksum256.sha256(Bytes.ofUtf8("ceremony"));
  private static final Bytes ELECTION =
      Bytes.of(Checksum256.sha256(Bytes.ofUtf8("election")).toBytes());
  private static final int ITEM = 7;

  private static JsonNode read() throws IOException {
    try (InputStream in = SecretVectorsTest.class.getResourceAsStream("vectors.json")) {
      assertThat(in).isNotNull();
      return new JsonMapper().readTree(in);
    }
  }

  private static Bytes hex(JsonNode node) {
    return Bytes.ofHex(node.asString());
  }

  private static SchnorrProof schnorr(JsonNode node) {
    return new SchnorrProof(hex(node.get("c")), hex(node.get("z")));
  }

  @Test
  void everything_equals_whatTheScriptPrinted() throws IOException {
    JsonNode vectors = read();
    ScalarSource chance = Chances.ofVectors();
    List<Scalar> secrets = keys(vectors, chance);
    Element key = P256.decode(hex(vectors.get("publicKey")));

    Pair sum = Pair.NOTHING;
    for (JsonNode ballot : vectors.get("ballots")) {
      int bit = ballot.get("bit").asInt();
      Scalar r = chance.next();
      Pair pair = Pair.encrypt(key, bit, r);
      Bytes statement = hex(ballot.get("statement"));
      assertThat(pair.ciphertext())
          .isEqualTo(new Ciphertext(hex(ballot.get("alpha")), hex(ballot.get("beta"))));
      OrProof proof = OrProof.prove(statement, key, pair, bit, r, chance);
      JsonNode expected = ballot.get("proof");
      assertThat(proof)
          .isEqualTo(new OrProof(
              hex(expected.get("c0")),
              hex(expected.get("z0")),
              hex(expected.get("c1")),
              hex(expected.get("z1"))));
      assertThat(proof.verifies(statement, key, pair)).isTrue();
      sum = sum.plus(pair);
    }
    assertThat(CipherSum.of(sum))
        .isEqualTo(new CipherSum(
            hex(vectors.get("sum").get("alpha")), hex(vectors.get("sum").get("beta"))));

    Element message = sum.beta();
    int at = 0;
    for (JsonNode share : vectors.get("shares")) {
      int trustee = share.get("trustee").asInt();
      Scalar secret = secrets.get(trustee - 1);
      List<Bytes> context = List.of(
          ELECTION,
          Parts.u32(trustee),
          Parts.u32(ITEM),
          Parts.u32(0),
          sum.alpha().encode(),
          sum.beta().encode());
      assertThat(EqualityProof.prove(context, sum.alpha(), secret, chance))
          .isEqualTo(new EqualityProof(hex(share.get("c")), hex(share.get("z"))));
      Element point = sum.alpha().timesSecret(secret);
      assertThat(point.encode()).isEqualTo(hex(share.get("point")));
      Scalar factor = Decryption.lagrange(trustee, List.of(1, 3));
      assertThat(factor.encode()).isEqualTo(hex(vectors.get("factors").get(at++)));
      message = message.minus(point.times(factor));
    }
    assertThat(message.encode()).isEqualTo(hex(vectors.get("message")));
    assertThat(new DiscreteLogarithm(3).of(message))
        .hasValue(vectors.get("count").asLong());
  }

  private static List<Scalar> keys(JsonNode vectors, ScalarSource chance) {
    List<TrusteePolynomial> polynomials = new ArrayList<>();
    List<TrusteeCommitment> commitments = new ArrayList<>();
    for (JsonNode trustee : vectors.get("trustees")) {
      TrusteePolynomial polynomial = TrusteePolynomial.draw(2, chance);
      TrusteeCommitment commitment =
          polynomial.commitment(CEREMONY, polynomials.size() + 1, chance);
      polynomials.add(polynomial);
      commitments.add(commitment);
      for (int k = 0; k < 2; k++) {
        assertThat(commitment.points().get(k))
            .isEqualTo(hex(trustee.get("points").get(k)));
        assertThat(commitment.proofs().get(k))
            .isEqualTo(schnorr(trustee.get("proofs").get(k)));
      }
      assertThat(commitment.verifies(CEREMONY, polynomials.size())).isTrue();
    }
    List<Scalar> secrets = new ArrayList<>();
    Element key = P256.neutral();
    for (int j = 1; j <= 3; j++) {
      JsonNode trustee = vectors.get("trustees").get(j - 1);
      List<Scalar> received = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Scalar share = polynomials.get(i).shareFor(j);
        assertThat(share.encode()).isEqualTo(hex(trustee.get("received").get(i)));
        assertThat(commitments.get(i).matches(j, share)).isTrue();
        received.add(share);
      }
      secrets.add(ElectionKeys.secretOf(received));
      assertThat(ElectionKeys.trusteeKey(commitments, j).encode())
          .isEqualTo(hex(trustee.get("key")));
      key = key.plus(P256.decode(commitments.get(j - 1).points().get(0)));
    }
    for (int j = 1; j <= 3; j++) {
      JsonNode expected = vectors.get("trustees").get(j - 1).get("confirmation");
      assertThat(ElectionKeys.confirm(CEREMONY, j, secrets.get(j - 1), chance))
          .isEqualTo(new Confirmation(j, schnorr(expected)));
    }
    assertThat(key.encode()).isEqualTo(hex(vectors.get("publicKey")));
    return secrets;
  }
}
