package io.github.coopj.governance.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.document.DocumentSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("MEET-26")
class SecretElectionVerifierTest {
  private static final Codec<PublicRecord> CODEC = RecordCodec.of(PublicRecord.class);

  private final SecretVote vote = new SecretVote(3, 2, 21);
  private final List<Name> roll = SecretVote.roll(5);
  private final SecretElection election = vote.election(1, SecretVote.ITEMS, roll);
  private final PublicRecord record = record();

  private SecretBallot seal(int member, Map<Integer, AnswerOption> answers) {
    return BallotSealer.seal(election, SecretVote.member(member), answers, vote.chance);
  }

  private RecordedBallot cast(long number, int member, Map<Integer, AnswerOption> answers) {
    return SecretVote.signed(
        election, number, SecretVote.member(member), Optional.of(seal(member, answers)));
  }

  private PublicRecord record() {
    SecretBallot byProxy = seal(3, Map.of(2, AnswerOption.FOR));
    ElectionContent content = election.content();
    BallotPaper proxied = new BallotPaper(
        content.cooperative(),
        content.meeting(),
        1,
        1,
        SecretVote.member(3),
        Name.of("proxy"),
        Checksum256.sha256(Bytes.ofUtf8("power")),
        List.of(),
        byProxy.digest());
    return vote.record(
        election,
        roll,
        List.of(
            cast(1, 0, Map.of(2, AnswerOption.AGAINST, 5, AnswerOption.FOR)),
            cast(2, 1, Map.of(2, AnswerOption.FOR)),
            cast(3, 0, Map.of(2, AnswerOption.FOR, 5, AnswerOption.ABSTAIN)),
            SecretVote.signed(election, 4, SecretVote.member(2), Optional.empty()),
            SecretVote.signed(5, proxied, Optional.of(byProxy))),
        1,
        3);
  }

  private static Verdict verify(PublicRecord record) {
    return SecretElectionVerifier.verify(record, SecretVote.keys());
  }

  @Test
  void verify_holds_forAnHonestVote() {
    assertThat(verify(record)).isEqualTo(Verdict.HOLDS);
    assertThat(record.results())
        .containsExactly(new OptionCounts(2, 3, 0, 0, 1), new OptionCounts(5, 0, 0, 1, 3));
    assertThat(record.present()).isEqualTo(4);
    PublicRecord read = CODEC.decode(CODEC.encode(record));
    assertThat(read).isEqualTo(record);
    assertThat(verify(read).holds()).isTrue();
  }

  @Test
  void verify_holds_withoutABallot_andWithEveryShare() {
    assertThat(verify(vote.record(election, roll, List.of(), 1, 2))).isEqualTo(Verdict.HOLDS);
    assertThat(verify(vote.record(election, roll, record.ballots(), 1, 2, 3)))
        .isEqualTo(Verdict.HOLDS);
  }

  /** Record with some parts replaced. */
  private static final class Forged {
    ElectionContent election;
    CeremonyPlan plan;
    List<TrusteeCommitment> commitments;
    List<ShareComplaint> complaints;
    List<SchnorrProof> confirmations;
    List<Name> roll;
    List<RecordedBallot> ballots;
    Checksum256 tree;
    long present;
    List<ItemSum> sums;
    List<DecryptionShare> shares;
    List<OptionCounts> results;

    Forged(PublicRecord record) {
      election = record.election();
      plan = record.plan();
      commitments = record.commitments();
      complaints = record.complaints();
      confirmations = record.confirmations();
      roll = record.roll();
      ballots = record.ballots();
      tree = record.ballotTree();
      present = record.present();
      sums = record.sums();
      shares = record.shares();
      results = record.results();
    }

    Verdict verdict() {
      return verify(new PublicRecord(
          election,
          plan,
          commitments,
          complaints,
          confirmations,
          roll,
          ballots,
          tree,
          present,
          sums,
          shares,
          results));
    }
  }

  private static <T> List<T> replaced(List<T> list, int at, T value) {
    List<T> next = new ArrayList<>(list);
    next.set(at, value);
    return next;
  }

  private static <T> List<T> without(List<T> list, int at) {
    List<T> next = new ArrayList<>(list);
    next.remove(at);
    return next;
  }

  private Forged forged() {
    return new Forged(record);
  }

  private static void found(Forged forged, VerificationStep step, long number, String problem) {
    assertThat(forged.verdict()).isEqualTo(new Verdict(step, number, problem));
  }

  @Test
  void verify_finds_otherCeremonies() {
    Forged plan = forged();
    plan.plan = SecretVote.plan(3, 1);
    found(plan, VerificationStep.ELECTION, 0, "the keys are of another ceremony");
    SecretVote others = new SecretVote(3, 2, 22);
    Forged commitments = forged();
    commitments.commitments = others.commitments;
    found(commitments, VerificationStep.KEYS, 1, "the commitment is not that of the keys");
    Forged fewer = forged();
    fewer.confirmations = without(record.confirmations(), 2);
    found(fewer, VerificationStep.KEYS, 0, "parts of trustees are missing");
    Forged swapped = forged();
    swapped.confirmations =
        replaced(record.confirmations(), 1, record.confirmations().get(0));
    found(swapped, VerificationStep.KEYS, 2, "the confirmation does not hold");
    TrusteeCommitment second = record.commitments().get(1);
    Forged proofs = forged();
    proofs.commitments = replaced(
        record.commitments(),
        1,
        new TrusteeCommitment(
            second.points(), List.of(second.proofs().get(1), second.proofs().get(0))));
    found(proofs, VerificationStep.KEYS, 2, "the proof of a coefficient does not hold");
  }

  @Test
  void verify_finds_keysThatDoNotFollow() {
    ElectionContent content = election.content();
    ElectionKeys keys = content.keys();
    Forged publicKey = forged();
    publicKey.election = with(
        content,
        new ElectionKeys(
            keys.group(),
            keys.ceremony(),
            keys.threshold(),
            keys.commitments(),
            keys.trusteeKeys(),
            Chances.point(4)));
    found(
        publicKey, VerificationStep.KEYS, 0, "the public key does not follow from the commitments");
    Forged trusteeKey = forged();
    trusteeKey.election = with(
        content,
        new ElectionKeys(
            keys.group(),
            keys.ceremony(),
            keys.threshold(),
            keys.commitments(),
            replaced(keys.trusteeKeys(), 2, Chances.point(4)),
            keys.publicKey()));
    found(trusteeKey, VerificationStep.KEYS, 3, "the key does not follow from the commitments");
  }

  private static ElectionContent with(ElectionContent content, ElectionKeys keys) {
    return new ElectionContent(
        content.cooperative(),
        content.meeting(),
        content.cycle(),
        content.agendaVersion(),
        content.agenda(),
        content.roll(),
        content.rollSize(),
        content.items(),
        keys);
  }

  @Test
  void verify_asks_everyComplaintForItsAnswer() {
    Bytes right = vote.polynomials.get(0).shareFor(2).encode();
    Forged answered = forged();
    answered.complaints = List.of(new ShareComplaint(2, 1, Optional.of(right)));
    assertThat(answered.verdict().holds()).isTrue();
    for (ShareComplaint wrong : List.of(
        new ShareComplaint(2, 1, Optional.empty()),
        new ShareComplaint(3, 1, Optional.of(right)),
        new ShareComplaint(1, 2, Optional.of(right)),
        new ShareComplaint(2, 1, Optional.of(Scalar.ONE.encode())))) {
      Forged open = forged();
      open.complaints = List.of(wrong);
      found(open, VerificationStep.KEYS, wrong.against(), "a complaint has no right answer");
    }
    Forged stranger = forged();
    stranger.complaints = List.of(new ShareComplaint(4, 1, Optional.of(right)));
    found(stranger, VerificationStep.KEYS, 1, "a complaint names no trustee");
  }

  @Test
  void verify_finds_anotherRoll() {
    Forged missing = forged();
    missing.roll = without(roll, 4);
    found(missing, VerificationStep.ROLL, 0, "the accounts are not the roll of the election");
    Forged twice = forged();
    twice.roll = replaced(roll, 1, roll.get(0));
    found(twice, VerificationStep.ROLL, 2, "the roll is not ascending");
  }

  private Forged ballot(int at, UnaryOperator<RecordedBallot> change) {
    Forged forged = forged();
    forged.ballots =
        replaced(record.ballots(), at, change.apply(record.ballots().get(at)));
    return forged;
  }

  @Test
  void verify_finds_ballotsOfStrangersAndForgedSignatures() {
    RecordedBallot other = record.ballots().get(1);
    found(
        ballot(
            0,
            each -> new RecordedBallot(
                each.number(), each.paper(), other.signature(), each.secret(), true)),
        VerificationStep.SIGNATURES,
        1,
        "the signature does not hold");
    found(
        ballot(
            0, each -> new RecordedBallot(9, each.paper(), each.signature(), each.secret(), true)),
        VerificationStep.SIGNATURES,
        1,
        "the ballot is numbered 9");
    found(
        ballot(3, each -> SecretVote.signed(election, 4, Name.of("stranger"), Optional.empty())),
        VerificationStep.SIGNATURES,
        4,
        "the member is not on the roll");
    SecretElection next = vote.election(2, SecretVote.ITEMS, roll);
    found(
        ballot(3, each -> SecretVote.signed(next, 4, SecretVote.member(2), Optional.empty())),
        VerificationStep.SIGNATURES,
        4,
        "the ballot is of another vote");
    BallotPaper paper = record.ballots().get(4).paper();
    found(
        ballot(
            4,
            each -> SecretVote.signed(
                5,
                new BallotPaper(
                    paper.cooperative(),
                    paper.meetingId(),
                    1,
                    1,
                    paper.member(),
                    paper.castBy(),
                    Checksum256.ZERO,
                    List.of(),
                    paper.secret()),
                each.secret())),
        VerificationStep.SIGNATURES,
        5,
        "the ballot was cast by another without a proxy");
    DocumentSignature signature = DocumentSignature.sign(
        SecretVote.key("thief"),
        paper.member(),
        record.ballots().get(1).paper().digest(),
        SecretVote.NOW);
    found(
        ballot(1, each -> new RecordedBallot(2, each.paper(), signature, each.secret(), false)),
        VerificationStep.SIGNATURES,
        2,
        "the signature does not hold");
  }

  @Test
  @Tag("MEET-04")
  void verify_finds_whichBallotCounts() {
    found(
        ballot(0, each -> counted(each, false)),
        VerificationStep.LAST_BALLOTS,
        1,
        "two ballots count");
    found(
        ballot(2, each -> counted(each, true)),
        VerificationStep.LAST_BALLOTS,
        3,
        "the last ballot does not count");
    Forged present = forged();
    present.present = 5;
    found(present, VerificationStep.LAST_BALLOTS, 0, "present were 4, stated are 5");
  }

  private static RecordedBallot counted(RecordedBallot ballot, boolean superseded) {
    return new RecordedBallot(
        ballot.number(), ballot.paper(), ballot.signature(), ballot.secret(), superseded);
  }

  @Test
  void verify_finds_secretPartsThatWereNotSignedOrNotProven() {
    found(
        ballot(
            1,
            each -> new RecordedBallot(2, each.paper(), each.signature(), Optional.empty(), false)),
        VerificationStep.PROOFS,
        2,
        "the secret part is missing");
    found(
        ballot(
            1,
            each -> new RecordedBallot(
                2,
                each.paper(),
                each.signature(),
                Optional.of(seal(1, Map.of(2, AnswerOption.AGAINST))),
                false)),
        VerificationStep.PROOFS,
        2,
        "the secret part is not the one signed");
    SecretBallot good = record.ballots().get(1).secret().orElseThrow();
    SealedItem item = good.items().get(0);
    SealedItem wrong =
        new SealedItem(2, item.options(), item.proofs(), item.proofs().get(0));
    SecretBallot unproven = new SecretBallot(
        good.election(), good.voter(), List.of(wrong, good.items().get(1)));
    found(
        ballot(
            1, each -> SecretVote.signed(election, 2, SecretVote.member(1), Optional.of(unproven))),
        VerificationStep.PROOFS,
        2,
        "a proof of item 2 does not hold");
    SecretBallot copied = record.ballots().get(2).secret().orElseThrow();
    found(
        ballot(
            1, each -> SecretVote.signed(election, 2, SecretVote.member(1), Optional.of(copied))),
        VerificationStep.PROOFS,
        2,
        "the secret part is of another vote or member");
    SecretBallot renamed =
        new SecretBallot(copied.election(), SecretVote.member(1), copied.items());
    found(
        ballot(
            1, each -> SecretVote.signed(election, 2, SecretVote.member(1), Optional.of(renamed))),
        VerificationStep.PROOFS,
        2,
        "a proof of item 2 does not hold");
    SecretBallot shorter =
        new SecretBallot(good.election(), good.voter(), good.items().subList(0, 1));
    found(
        ballot(
            1, each -> SecretVote.signed(election, 2, SecretVote.member(1), Optional.of(shorter))),
        VerificationStep.PROOFS,
        2,
        "the secret part has other items");
  }

  @Test
  void verify_finds_otherSumsSharesAndCounts() {
    Forged removed = forged();
    removed.ballots = record.ballots().subList(0, 4);
    removed.present = 3;
    found(removed, VerificationStep.TREE, 0, "the ballots do not give the root");
    Forged sums = forged();
    sums.sums = EncryptedSums.empty(election).items();
    found(sums, VerificationStep.SUMS, 2, "the ballots that count have another sum");
    Forged few = forged();
    few.shares = record.shares().subList(0, 1);
    found(few, VerificationStep.SHARES, 0, "too few trustees have decrypted");
    Forged twice = forged();
    twice.shares = List.of(record.shares().get(0), record.shares().get(0));
    found(twice, VerificationStep.SHARES, 1, "shares are not of different trustees in their order");
    Forged renamed = forged();
    renamed.shares = List.of(
        record.shares().get(0), new DecryptionShare(2, record.shares().get(1).parts()));
    found(renamed, VerificationStep.SHARES, 2, "the share is not right");
    Forged longer = forged();
    List<SharePart> parts = new ArrayList<>(record.shares().get(1).parts());
    parts.add(parts.get(0));
    longer.shares = List.of(record.shares().get(0), new DecryptionShare(3, parts));
    found(longer, VerificationStep.SHARES, 3, "the share is not right");
    for (OptionCounts wrong : List.of(
        new OptionCounts(2, 2, 0, 0, 2),
        new OptionCounts(2, 2, 1, 0, 1),
        new OptionCounts(2, 4, 0, 0, 0))) {
      Forged results = forged();
      results.results = replaced(record.results(), 0, wrong);
      found(results, VerificationStep.RESULT, 2, "the count is another one");
    }
    for (OptionCounts wrong : List.of(
        new OptionCounts(2, 3, 0, 0, 2),
        new OptionCounts(2, 3, 0, 1, 0),
        new OptionCounts(3, 3, 0, 0, 1))) {
      Forged results = forged();
      results.results = replaced(record.results(), 0, wrong);
      found(results, VerificationStep.RESULT, 2, "the counts do not add up to those present");
    }
  }

  /** A changed byte makes another record that fails, or no record; what reads as the same record is harmless. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void verify_finds_everyChangedByte(long seed) {
    SecretVote small = new SecretVote(2, 2, 41);
    List<Name> members = SecretVote.roll(2);
    SecretElection about =
        small.election(1, List.of(new SecretItem(1, List.of(AnswerOption.FOR))), members);
    SecretBallot secret =
        BallotSealer.seal(about, members.get(0), Map.of(1, AnswerOption.FOR), small.chance);
    PublicRecord honest = small.record(
        about,
        members,
        List.of(SecretVote.signed(about, 1, members.get(0), Optional.of(secret))),
        1,
        2);
    assertThat(verify(honest)).isEqualTo(Verdict.HOLDS);
    byte[] bytes = CODEC.encode(honest);
    Random random = new Random(seed);
    List<Integer> missed = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int at = random.nextInt(bytes.length);
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      PublicRecord read;
      try {
        read = CODEC.decode(changed);
      } catch (AbiException | InvalidValueException e) {
        continue;
      }
      if (!read.equals(honest) && verify(read).holds()) {
        missed.add(at);
      }
    }
    assertThat(missed).as("positions of %s bytes", bytes.length).isEmpty();
  }
}
