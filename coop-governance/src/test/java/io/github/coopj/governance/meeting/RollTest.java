package io.github.coopj.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.person.PersonKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("MEET-16")
class RollTest {
  @Test
  void of_anyOrder_givesTheSameRollAndDigest() {
    List<Name> shuffled = new ArrayList<>(Fixtures.members(40));
    Collections.shuffle(shuffled, new Random(3));
    Roll roll = Roll.of(shuffled);
    assertThat(roll).isEqualTo(Roll.of(Fixtures.members(40)));
    assertThat(roll.digest()).isEqualTo(Roll.of(Fixtures.members(40)).digest());
    assertThat(roll.accounts()).isSorted();
    assertThat(roll.size()).isEqualTo(40);
  }

  @Test
  void digest_differs_wheneverOneAccountDiffers() {
    Set<Checksum256> digests = new HashSet<>();
    for (int n = 0; n <= 64; n++) {
      assertThat(digests.add(Roll.of(Fixtures.members(n)).digest()))
          .as("first %d", n)
          .isTrue();
    }
    for (int i = 0; i < 64; i++) {
      List<Name> changed = new ArrayList<>(Fixtures.members(64));
      changed.set(i, Name.of("zz" + (char) ('a' + i % 26) + (char) ('a' + i / 26)));
      assertThat(digests.add(Roll.of(changed).digest())).as("account %d", i).isTrue();
    }
  }

  @Test
  void contains_exactlyTheAccountsGiven() {
    Roll roll = Roll.of(Fixtures.members(20));
    for (int i = 0; i < 40; i++) {
      assertThat(roll.contains(Fixtures.member(i))).isEqualTo(i < 20);
    }
  }

  @Test
  void proof_verifies_forEveryAccountOfEverySizeUpTo70_andForNobodyElse() {
    for (int n = 1; n <= 70; n++) {
      Roll roll = Roll.of(Fixtures.members(n));
      for (Name account : roll.accounts()) {
        RollProof proof = roll.proof(account);
        assertThat(proof.verifies(roll.digest())).as("%s of %d", account, n).isTrue();
        assertThat(new RollProof(Fixtures.member(n), proof.index(), n, proof.path())
                .verifies(roll.digest()))
            .isFalse();
        assertThat(
                new RollProof(account, proof.index(), n + 1, proof.path()).verifies(roll.digest()))
            .isFalse();
        assertThat(proof.verifies(Roll.of(Fixtures.members(n + 1)).digest())).isFalse();
      }
    }
  }

  @Test
  void proof_doesNotVerify_whenAnyHashOrPlaceIsChanged() {
    Roll roll = Roll.of(Fixtures.members(21));
    RollProof proof = roll.proof(Fixtures.member(9));
    for (int level = 0; level < proof.path().size(); level++) {
      List<Checksum256> path = new ArrayList<>(proof.path());
      path.set(level, Checksum256.sha256(path.get(level).toBytes()));
      assertThat(new RollProof(proof.account(), proof.index(), 21, path).verifies(roll.digest()))
          .isFalse();
    }
    for (int index = -1; index <= 21; index++) {
      assertThat(new RollProof(proof.account(), index, 21, proof.path()).verifies(roll.digest()))
          .isEqualTo(index == proof.index());
    }
    assertThat(new RollProof(
                proof.account(),
                proof.index(),
                21,
                proof.path().subList(1, proof.path().size()))
            .verifies(roll.digest()))
        .isFalse();
  }

  @Test
  void ofVoters_namesOneAccountForEachKey_theIndividualFirst() {
    Checksum256 one = Checksum256.sha256(new byte[] {1});
    Checksum256 two = Checksum256.sha256(new byte[] {2});
    List<Voter> members = List.of(
        new Voter(Name.of("abusiness"), PersonKind.SOLE_PROPRIETOR, one),
        new Voter(Name.of("boris"), PersonKind.INDIVIDUAL, one),
        new Voter(Name.of("zshop"), PersonKind.SOLE_PROPRIETOR, two),
        new Voter(Name.of("yshop"), PersonKind.SOLE_PROPRIETOR, two),
        new Voter(Name.of("nobodya"), PersonKind.INDIVIDUAL, Checksum256.ZERO),
        new Voter(Name.of("nobodyb"), PersonKind.INDIVIDUAL, Checksum256.ZERO));
    List<Name> expected =
        List.of(Name.of("boris"), Name.of("nobodya"), Name.of("nobodyb"), Name.of("yshop"));
    List<Voter> shuffled = new ArrayList<>(members);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(shuffled, new Random(round));
      assertThat(Roll.ofVoters(shuffled).accounts()).isEqualTo(expected);
    }
    assertThat(Roll.ofVoters(members)).isEqualTo(Roll.of(expected));
  }

  @Test
  void of_refuses_emptyAndDoubleAccounts() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Roll.of(List.of(Name.of("anna"), Name.of("boris"), Name.of("anna"))))
        .withMessage("a roll names each account once, got twice anna");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Roll.of(List.of(Name.EMPTY)))
        .withMessage("a roll cannot hold an empty account name");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Roll.of(List.of(Name.of("anna"))).proof(Name.of("boris")))
        .withMessage("no proof can be given, the roll does not hold boris");
  }
}
