package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.charter.AnswerOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretElectionTest {
  private static final Name VOTER = SecretVote.member(0);
  private static final Name OTHER = SecretVote.member(1);
  private static final Map<Integer, AnswerOption> ANSWERS =
      Map.of(2, AnswerOption.FOR, 5, AnswerOption.ABSTAIN);

  private final SecretVote vote = new SecretVote(3, 2, 11);
  private final SecretElection election = vote.election(1, SecretVote.ITEMS, SecretVote.roll(30));

  private void refused(SecretBallot ballot, Name voter, Reason reason, String message) {
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> election.requireValid(ballot, voter))
        .withMessage(message)
        .extracting(GovernanceException::reason)
        .isEqualTo(reason);
  }

  private void invalid(SecretBallot ballot, int item, String proof) {
    refused(
        ballot,
        ballot.voter(),
        Reason.SECRET_PROOF_INVALID,
        "SECRET_PROOF_INVALID account=" + ballot.voter() + " item=" + item + " proof=" + proof);
  }

  private SecretBallot seal(Map<Integer, AnswerOption> answers) {
    return BallotSealer.seal(election, VOTER, answers, vote.chance);
  }

  private static SecretBallot with(SecretBallot ballot, int index, SealedItem item) {
    List<SealedItem> items = new ArrayList<>(ballot.items());
    items.set(index, item);
    return new SecretBallot(ballot.election(), ballot.voter(), items);
  }

  @Test
  void requireValid_accepts_everyAnswer_andSumsCountThem() {
    List<AnswerOption> two = new ArrayList<>(SecretVote.ITEMS.get(0).options());
    two.add(null);
    List<AnswerOption> five = new ArrayList<>(SecretVote.ITEMS.get(1).options());
    five.add(null);
    EncryptedSums sums = EncryptedSums.empty(election);
    Set<Checksum256> digests = new HashSet<>();
    int member = 0;
    for (AnswerOption second : two) {
      for (AnswerOption fifth : five) {
        Map<Integer, AnswerOption> answers = new HashMap<>();
        if (second != null) {
          answers.put(2, second);
        }
        if (fifth != null) {
          answers.put(5, fifth);
        }
        Name voter = SecretVote.member(member++);
        SecretBallot ballot = BallotSealer.seal(election, voter, answers, vote.chance);
        assertThatCode(() -> election.requireValid(ballot, voter)).doesNotThrowAnyException();
        assertThat(digests.add(ballot.digest())).isTrue();
        sums = sums.add(List.of(ballot));
      }
    }
    List<DecryptionShare> shares = List.of(
        DecryptionShare.make(sums, 3, vote.secrets.get(2), vote.chance),
        DecryptionShare.make(sums, 1, vote.secrets.get(0), vote.chance));
    assertThat(Decryption.combine(sums, shares, 13))
        .containsExactly(new OptionCounts(2, 4, 4, 0, 5), new OptionCounts(5, 3, 3, 3, 4));
  }

  @Test
  void seal_drawsFourNumbersForAnOption_andThreeForASum_eachUsedOnce() {
    Set<Scalar> drawn = new HashSet<>();
    List<Scalar> all = new ArrayList<>();
    BallotSealer.seal(election, VOTER, ANSWERS, () -> {
      Scalar next = vote.chance.next();
      all.add(next);
      drawn.add(next);
      return next;
    });
    assertThat(all).hasSize(5 * 4 + 2 * 3);
    assertThat(drawn).hasSameSizeAs(all);
  }

  @Test
  @Tag("MEET-13")
  void ballots_ofOneAnswer_shareNoBytesOfTheirCiphertexts() {
    Set<Bytes> seen = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      for (SealedItem item : seal(ANSWERS).items()) {
        for (Ciphertext option : item.options()) {
          assertThat(seen.add(option.alpha())).isTrue();
          assertThat(seen.add(option.beta())).isTrue();
        }
      }
    }
  }

  @Test
  void seal_refuses_whatTheElectionDoesNotOffer() {
    for (Map<Integer, AnswerOption> answers : List.of(
        Map.of(1, AnswerOption.FOR),
        Map.of(2, AnswerOption.ABSTAIN),
        Map.of(3, AnswerOption.AGAINST))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> seal(answers))
          .withMessageStartingWith("no secret item ");
    }
  }

  /** A ballot made by hand: numbers m_o encrypted, each proven as well as its maker can. */
  private SecretBallot crafted(int... messages) {
    SealedItem honest = seal(ANSWERS).items().get(1);
    List<Scalar> r = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (int message : messages) {
      Scalar drawn = vote.chance.next();
      Pair zero = Pair.encrypt(election.publicKey(), 0, drawn);
      r.add(drawn);
      pairs.add(
          new Pair(zero.alpha(), zero.beta().plus(P256.generator().times(Scalar.of(message)))));
    }
    List<Ciphertext> options = pairs.stream().map(Pair::ciphertext).toList();
    Checksum256 all = SecretBallot.ciphertexts(List.of(options, honest.options()));
    List<OrProof> proofs = new ArrayList<>();
    Pair sum = Pair.NOTHING;
    Scalar sumOfR = Scalar.ZERO;
    int total = 0;
    for (int o = 0; o < messages.length; o++) {
      proofs.add(OrProof.prove(
          Parts.statement(election.digest(), VOTER, 2, o, all),
          election.publicKey(),
          pairs.get(o),
          Math.min(messages[o], 1),
          r.get(o),
          vote.chance));
      sum = sum.plus(pairs.get(o));
      sumOfR = sumOfR.plus(r.get(o));
      total += messages[o];
    }
    OrProof ofSum = OrProof.prove(
        Parts.statement(election.digest(), VOTER, 2, SecretElection.SUM, all),
        election.publicKey(),
        sum,
        Math.min(total, 1),
        sumOfR,
        vote.chance);
    return new SecretBallot(
        election.digest(), VOTER, List.of(new SealedItem(2, options, proofs, ofSum), honest));
  }

  @Test
  @Tag("MEET-04")
  void requireValid_refuses_moreThanOneVote() {
    invalid(crafted(2, 0), 2, "FOR");
    invalid(crafted(0, 2), 2, "AGAINST");
    invalid(crafted(1000, 0), 2, "FOR");
    invalid(crafted(1, 1), 2, "SUM");
    // well-formed like an honest one up to the second item, whose proofs are of other ciphertexts
    invalid(crafted(1, 0), 5, "FOR");
    invalid(crafted(0, 0), 5, "FOR");
  }

  @Test
  @Tag("MEET-04")
  void requireValid_refuses_anotherMembersCiphertexts() {
    SecretBallot ballot = seal(ANSWERS);
    refused(
        ballot,
        OTHER,
        Reason.BALLOT_OTHER_MEMBER,
        "BALLOT_OTHER_MEMBER account=" + VOTER + " expected=" + OTHER);
    invalid(new SecretBallot(ballot.election(), OTHER, ballot.items()), 2, "FOR");
    SecretBallot own = BallotSealer.seal(election, OTHER, ANSWERS, vote.chance);
    invalid(with(own, 0, ballot.items().get(0)), 2, "FOR");
    invalid(with(own, 1, ballot.items().get(1)), 2, "FOR");
  }

  @Test
  void requireValid_refuses_ballotsOfAnotherCycle() {
    SecretElection next = vote.election(2, SecretVote.ITEMS, SecretVote.roll(30));
    SecretBallot ballot = BallotSealer.seal(next, VOTER, ANSWERS, vote.chance);
    refused(
        ballot,
        VOTER,
        Reason.SECRET_OTHER_ELECTION,
        "SECRET_OTHER_ELECTION election=" + next.digest() + " expected=" + election.digest());
    invalid(new SecretBallot(election.digest(), VOTER, ballot.items()), 2, "FOR");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> EncryptedSums.empty(election).add(List.of(ballot)));
  }

  @Test
  void digest_covers_everythingOfTheElection() {
    ElectionContent content = election.content();
    Set<Checksum256> digests = new HashSet<>();
    SecretVote others = new SecretVote(3, 2, 12);
    for (SecretElection each : List.of(
        election,
        vote.election(2, SecretVote.ITEMS, SecretVote.roll(30)),
        vote.election(1, SecretVote.ITEMS.subList(0, 1), SecretVote.roll(30)),
        vote.election(1, SecretVote.ITEMS, SecretVote.roll(29)),
        others.election(1, SecretVote.ITEMS, SecretVote.roll(30)),
        SecretElection.of(new ElectionContent(
            content.cooperative(),
            8,
            1,
            1,
            content.agenda(),
            content.roll(),
            content.rollSize(),
            content.items(),
            content.keys())))) {
      assertThat(digests.add(each.digest())).isTrue();
    }
  }

  @Test
  void requireValid_refuses_swappedScalarsProofsAndOptions() {
    SecretBallot ballot = seal(ANSWERS);
    SealedItem item = ballot.items().get(0);
    OrProof proof = item.proofs().get(0);
    for (OrProof wrong : List.of(
        new OrProof(proof.challenge1(), proof.response1(), proof.challenge0(), proof.response0()),
        new OrProof(proof.response0(), proof.challenge0(), proof.challenge1(), proof.response1()),
        new OrProof(proof.challenge1(), proof.response0(), proof.challenge0(), proof.response1()),
        item.proofs().get(1),
        item.sum())) {
      invalid(
          with(
              ballot,
              0,
              new SealedItem(2, item.options(), List.of(wrong, item.proofs().get(1)), item.sum())),
          2,
          "FOR");
    }
    invalid(with(ballot, 0, new SealedItem(2, item.options(), item.proofs(), proof)), 2, "SUM");
    List<Ciphertext> options = new ArrayList<>(item.options());
    List<OrProof> proofs = new ArrayList<>(item.proofs());
    Collections.reverse(options);
    Collections.reverse(proofs);
    invalid(with(ballot, 0, new SealedItem(2, options, proofs, item.sum())), 2, "FOR");
  }

  @Test
  void requireValid_refuses_pointsThatAreNone() {
    SecretBallot ballot = seal(ANSWERS);
    SealedItem item = ballot.items().get(0);
    Bytes good = item.options().get(0).alpha();
    for (String wrong : List.of("02" + "ff".repeat(32), "04" + "11".repeat(32), "00".repeat(33))) {
      for (Ciphertext option : List.of(
          new Ciphertext(Bytes.ofHex(wrong), good), new Ciphertext(good, Bytes.ofHex(wrong)))) {
        invalid(
            with(
                ballot,
                0,
                new SealedItem(
                    2, List.of(option, item.options().get(1)), item.proofs(), item.sum())),
            2,
            "point");
      }
    }
    for (String wrong : List.of("", "00", good.toHex() + "00", good.toHex().substring(2))) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new Ciphertext(Bytes.ofHex(wrong), good))
          .withMessageContaining("must have 33 bytes");
    }
  }

  @Test
  void proofs_refuse_numbersNotBelowTheOrder() {
    Bytes order = Bytes.ofHex(AffineP256.N.toString(16));
    Bytes good = Scalar.ONE.encode();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new OrProof(good, good, order, good))
        .withMessage("challenge of 1: scalar must be below the order of the group");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new OrProof(good, good, good, order));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SchnorrProof(order, good));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new EqualityProof(good, order));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new ShareComplaint(1, 2, Optional.of(order)));
  }

  @Test
  void requireValid_refuses_otherItemsAndOptions() {
    SecretBallot ballot = seal(ANSWERS);
    SealedItem two = ballot.items().get(0);
    SealedItem five = ballot.items().get(1);
    invalid(new SecretBallot(ballot.election(), VOTER, List.of(two)), 0, "form");
    invalid(new SecretBallot(ballot.election(), VOTER, List.of(two, five, five)), 0, "form");
    invalid(new SecretBallot(ballot.election(), VOTER, List.of(five, two)), 2, "form");
    invalid(
        with(
            ballot,
            1,
            new SealedItem(
                5, five.options().subList(0, 2), five.proofs().subList(0, 2), five.sum())),
        5,
        "form");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SealedItem(5, five.options(), two.proofs(), five.sum()));
  }

  @Test
  void content_refuses_itemsOutOfOrder() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> vote.election(1, List.of(), List.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            vote.election(1, List.of(SecretVote.ITEMS.get(1), SecretVote.ITEMS.get(0)), List.of()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SecretItem(1, List.of(AnswerOption.AGAINST, AnswerOption.FOR)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new SecretItem(1, List.of()));
  }

  @Test
  void combine_counts_noBallots() {
    EncryptedSums sums = EncryptedSums.empty(election).add(List.of());
    List<DecryptionShare> shares = List.of(
        DecryptionShare.make(sums, 1, vote.secrets.get(0), vote.chance),
        DecryptionShare.make(sums, 2, vote.secrets.get(1), vote.chance));
    assertThat(sums.items().get(0).options().get(0).alpha()).isEqualTo(Bytes.ofHex("00"));
    assertThat(Decryption.combine(sums, shares, 0))
        .containsExactly(new OptionCounts(2, 0, 0, 0, 0), new OptionCounts(5, 0, 0, 0, 0));
    assertThat(Decryption.combine(sums, shares, 4))
        .containsExactly(new OptionCounts(2, 0, 0, 0, 4), new OptionCounts(5, 0, 0, 0, 4));
  }

  @Test
  void combine_refuses_wrongSharesAndImpossibleCounts() {
    EncryptedSums one =
        EncryptedSums.empty(election).add(List.of(seal(Map.of(2, AnswerOption.FOR))));
    EncryptedSums sums = one.add(
        List.of(BallotSealer.seal(election, OTHER, Map.of(2, AnswerOption.AGAINST), vote.chance)));
    DecryptionShare first = DecryptionShare.make(sums, 1, vote.secrets.get(0), vote.chance);
    DecryptionShare second = DecryptionShare.make(sums, 2, vote.secrets.get(1), vote.chance);
    assertThat(Decryption.combine(sums, List.of(second, first), 2).get(0))
        .isEqualTo(new OptionCounts(2, 1, 1, 0, 0));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Decryption.combine(sums, List.of(first, second), 1))
        .withMessage("SECRET_COUNT_IMPOSSIBLE item=2 present=1");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Decryption.combine(sums, List.of(first, second), 0))
        .withMessage("SECRET_COUNT_IMPOSSIBLE item=2 present=0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Decryption.combine(sums, List.of(first, second), -1));
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Decryption.combine(sums, List.of(first, first), 2))
        .withMessage("SECRET_PART_TWICE trustee=1 part=decryption");
    assertThatExceptionOfType(GovernanceException.class)
        .isThrownBy(() -> Decryption.combine(sums, List.of(first), 2))
        .withMessage("SECRET_TOO_FEW_SHARES shares=1 needed=2");
    SharePart part = second.parts().get(0);
    List<SharePart> changed = new ArrayList<>(second.parts());
    Element other = P256.decode(part.point()).plus(P256.generator());
    changed.set(0, new SharePart(other.encode(), part.proof()));
    for (DecryptionShare wrong : List.of(
        new DecryptionShare(2, changed),
        new DecryptionShare(3, second.parts()),
        new DecryptionShare(0, second.parts()),
        new DecryptionShare(4, second.parts()),
        new DecryptionShare(2, second.parts().subList(0, 4)),
        DecryptionShare.make(one, 2, vote.secrets.get(1), vote.chance))) {
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> Decryption.combine(sums, List.of(first, wrong), 2))
          .withMessage("SECRET_SHARE_INVALID trustee=" + wrong.trustee() + " part=decryption");
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DecryptionShare.make(sums, 2, vote.secrets.get(0), vote.chance))
        .withMessage("the secret is not that of trustee 2");
  }

  /** Two who agree on r and −r make the sum of α neutral; the count goes on. */
  @Test
  void combine_counts_whenCiphertextsCancelOut() {
    Scalar r = vote.chance.next();
    Pair yes = Pair.encrypt(election.publicKey(), 1, r);
    Pair no = Pair.encrypt(election.publicKey(), 0, r.negate());
    Pair sum = yes.plus(no);
    assertThat(sum.alpha().isNeutral()).isTrue();
    List<ItemSum> items = new ArrayList<>(EncryptedSums.empty(election).items());
    items.set(
        0, new ItemSum(2, List.of(CipherSum.of(sum), items.get(0).options().get(1))));
    EncryptedSums sums = EncryptedSums.restore(election, items);
    List<DecryptionShare> shares = List.of(
        DecryptionShare.make(sums, 2, vote.secrets.get(1), vote.chance),
        DecryptionShare.make(sums, 3, vote.secrets.get(2), vote.chance));
    assertThat(Decryption.combine(sums, shares, 2).get(0))
        .isEqualTo(new OptionCounts(2, 1, 0, 0, 1));
  }

  @Test
  void add_givesTheSameSums_inBatchesOfAnySize_andAfterRestoring() {
    List<SecretBallot> ballots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ballots.add(BallotSealer.seal(
          election, SecretVote.member(i), Map.of(5, AnswerOption.FOR), vote.chance));
    }
    List<ItemSum> whole = EncryptedSums.empty(election).add(ballots).items();
    for (int size = 1; size < 5; size++) {
      EncryptedSums sums = EncryptedSums.empty(election);
      for (int from = 0; from < 5; from += size) {
        sums = EncryptedSums.restore(election, sums.items())
            .add(ballots.subList(from, Math.min(5, from + size)));
      }
      assertThat(sums.items()).isEqualTo(whole);
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> EncryptedSums.restore(election, whole.subList(0, 1)));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> EncryptedSums.restore(election, List.of(whole.get(1), whole.get(0))));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CipherSum(Bytes.ofHex("02" + "ff".repeat(32)), Bytes.ofHex("00")));
  }
}
