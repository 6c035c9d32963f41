package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.group.ScalarSource;
import io.github.coopj.crypto.group.SecureScalars;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A secret vote of a test: trustees with their secrets, members with their keys, and the public record of it all. */
final class SecretVote {
  static final Name COOP = Name.of("voskhod");
  static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  static final TimePointSec END = TimePointSec.of(NOW.plusSeconds(3600));
  static final List<SecretItem> ITEMS = List.of(
      new SecretItem(2, List.of(AnswerOption.FOR, AnswerOption.AGAINST)),
      new SecretItem(5, List.of(AnswerOption.values())));
  static final TrusteeEligibility ANYBODY = new TrusteeEligibility() {
    @Override
    public long members() {
      return 100;
    }

    @Override
    public boolean isOnRoll(Name account) {
      return true;
    }

    @Override
    public boolean isCandidate(Name account) {
      return false;
    }

    @Override
    public boolean isInCouncil(Name account) {
      return false;
    }
  };

  private static final SecureScalars SEALING = new SecureScalars(new SecureRandom());

  final ScalarSource chance;
  final CeremonyPlan plan;
  final List<TrusteePolynomial> polynomials = new ArrayList<>();
  final List<TrusteeCommitment> commitments = new ArrayList<>();
  final List<Scalar> secrets = new ArrayList<>();

  SecretVote(int trustees, int threshold, long seed) {
    this.chance = Chances.seeded(seed);
    this.plan = plan(trustees, threshold);
    for (int i = 1; i <= trustees; i++) {
      TrusteePolynomial polynomial = TrusteePolynomial.draw(threshold, chance);
      polynomials.add(polynomial);
      commitments.add(polynomial.commitment(plan.digest(), i, chance));
    }
    for (int j = 1; j <= trustees; j++) {
      List<Scalar> received = new ArrayList<>();
      for (TrusteePolynomial polynomial : polynomials) {
        received.add(polynomial.shareFor(j));
      }
      secrets.add(ElectionKeys.secretOf(received));
    }
  }

  static CeremonyPlan plan(int trustees, int threshold) {
    List<Trustee> all = new ArrayList<>();
    for (int i = 1; i <= trustees; i++) {
      all.add(new Trustee(trustee(i), key("trustee" + i).publicKey()));
    }
    List<Trustee> alternates =
        List.of(new Trustee(Name.of("reserve"), key("reserve").publicKey()));
    return new CeremonyPlan(COOP, 7, 1, threshold, END, all, alternates);
  }

  static Name trustee(int number) {
    return Name.of("trustee" + number);
  }

  static Name member(int number) {
    return Name.of("member" + (char) ('a' + number / 26) + (char) ('a' + number % 26));
  }

  static PrivateKey key(String seed) {
    return PrivateKey.fromSeed(KeyType.K1, seed);
  }

  /** Everybody signs with the key made of the account. */
  static SignerKeys keys() {
    Map<Name, PublicKey> known = new HashMap<>();
    return (account, key, at) ->
        known.computeIfAbsent(account, each -> key(each.toString()).publicKey()).equals(key);
  }

  SealedShare sealed(int from, int to) {
    return sealed(from, to, polynomials.get(from - 1).shareFor(to));
  }

  SealedShare sealed(int from, int to, Scalar share) {
    return new SealedShare(
        from,
        to,
        SEALING.seal(
            share,
            plan.trustees().get(to - 1).key(),
            SealedShare.context(plan.digest(), from, to)));
  }

  Confirmation confirmation(int trustee) {
    return ElectionKeys.confirm(plan.digest(), trustee, secrets.get(trustee - 1), chance);
  }

  SharingCeremony sharing() {
    KeyCeremony ceremony = KeyCeremony.begin(plan, ANYBODY);
    for (int i = 1; i <= commitments.size(); i++) {
      ceremony = ceremony.requireCommitting().commit(trustee(i), commitments.get(i - 1), NOW);
    }
    return ceremony.requireSharing();
  }

  ReadyCeremony ready() {
    KeyCeremony ceremony = sharing();
    for (int i = 1; i <= commitments.size(); i++) {
      ceremony = ceremony.requireSharing().confirm(trustee(i), confirmation(i), NOW);
    }
    return ceremony.requireReady();
  }

  SecretElection election(int cycle, List<SecretItem> items, List<Name> roll) {
    return SecretElection.of(new ElectionContent(
        COOP,
        7,
        cycle,
        1,
        Checksum256.sha256(Bytes.ofUtf8("agenda")),
        RecordTree.ofRoll(roll),
        roll.size(),
        items,
        ElectionKeys.of(plan, commitments)));
  }

  static List<Name> roll(int size) {
    List<Name> roll = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      roll.add(member(i));
    }
    return roll;
  }

  static RecordedBallot signed(
      SecretElection election, long number, Name member, Optional<SecretBallot> secret) {
    ElectionContent content = election.content();
    BallotPaper paper = new BallotPaper(
        content.cooperative(),
        content.meeting(),
        content.cycle(),
        content.agendaVersion(),
        member,
        member,
        Checksum256.ZERO,
        List.of(new OpenAnswer(1, AnswerOption.FOR)),
        secret.map(SecretBallot::digest).orElse(Checksum256.ZERO));
    return signed(number, paper, secret);
  }

  static RecordedBallot signed(long number, BallotPaper paper, Optional<SecretBallot> secret) {
    DocumentSignature signature =
        DocumentSignature.sign(key(paper.castBy().toString()), paper.castBy(), paper.digest(), NOW);
    return new RecordedBallot(number, paper, signature, secret, false);
  }

  /** The record of a vote whose ballots were cast in this order; the last of a member counts. */
  PublicRecord record(
      SecretElection election, List<Name> roll, List<RecordedBallot> cast, int... deciding) {
    Map<Name, Long> last = new HashMap<>();
    cast.forEach(each -> last.put(each.paper().member(), each.number()));
    List<RecordedBallot> ballots = new ArrayList<>();
    List<SecretBallot> counting = new ArrayList<>();
    for (RecordedBallot each : cast) {
      boolean superseded = last.getOrDefault(each.paper().member(), 0L) != each.number();
      ballots.add(new RecordedBallot(
          each.number(), each.paper(), each.signature(), each.secret(), superseded));
      if (!superseded) {
        each.secret().ifPresent(counting::add);
      }
    }
    EncryptedSums sums = EncryptedSums.empty(election).add(counting);
    List<DecryptionShare> shares = new ArrayList<>();
    for (int trustee : deciding) {
      shares.add(DecryptionShare.make(sums, trustee, secrets.get(trustee - 1), chance));
    }
    List<SchnorrProof> confirmations = new ArrayList<>();
    for (int i = 1; i <= commitments.size(); i++) {
      confirmations.add(confirmation(i).proof());
    }
    return new PublicRecord(
        election.content(),
        plan,
        commitments,
        List.of(),
        confirmations,
        roll,
        ballots,
        RecordTree.ofBallots(ballots.stream().map(each -> each.paper().digest()).toList()),
        last.size(),
        sums.items(),
        shares,
        Decryption.combine(sums, shares, last.size()));
  }
}
