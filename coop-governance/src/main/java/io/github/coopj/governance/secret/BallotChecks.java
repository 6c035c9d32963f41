package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.Digests;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.document.SignerKeys;
import io.github.coopj.governance.secret.SecretElectionVerifier.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps of the verifier about roll and ballots. */
final class BallotChecks {
  private final PublicRecord record;
  private final SignerKeys keys;

  BallotChecks(PublicRecord record, SignerKeys keys) {
    this.record = record;
    this.keys = keys;
  }

  Problem roll() {
    List<Name> roll = record.roll();
    for (int i = 1; i < roll.size(); i++) {
      if (roll.get(i - 1).compareTo(roll.get(i)) >= 0) {
        return new Problem(i + 1L, "the roll is not ascending");
      }
    }
    if (record.election().rollSize() != roll.size()
        || !record.election().roll().equals(RecordTree.ofRoll(roll))) {
      return new Problem(0, "the accounts are not the roll of the election");
    }
    return Problem.NONE;
  }

  Problem signatures() {
    ElectionContent election = record.election();
    for (int i = 0; i < record.ballots().size(); i++) {
      RecordedBallot ballot = record.ballots().get(i);
      BallotPaper paper = ballot.paper();
      long number = i + 1L;
      if (ballot.number() != number) {
        return new Problem(number, "the ballot is numbered " + ballot.number());
      }
      if (!paper.cooperative().equals(election.cooperative())
          || paper.meetingId() != election.meeting()
          || paper.cycle() != election.cycle()
          || paper.agendaVersion() != election.agendaVersion()) {
        return new Problem(number, "the ballot is of another vote");
      }
      if (Collections.binarySearch(record.roll(), paper.member()) < 0) {
        return new Problem(number, "the member is not on the roll");
      }
      if (paper.castBy().equals(paper.member()) != paper.proxyDocument().equals(Checksum256.ZERO)) {
        return new Problem(number, "the ballot was cast by another without a proxy");
      }
      Checksum256 digest = DocumentDigest.of(DocumentType.BALLOT, paper);
      if (!ballot.signature().isGenuine(digest, paper.castBy(), keys)) {
        return new Problem(number, "the signature does not hold");
      }
    }
    return Problem.NONE;
  }

  Problem lastBallots() {
    Map<Name, Long> last = new HashMap<>(); // asked by key only
    for (RecordedBallot ballot : record.ballots()) {
      last.put(ballot.paper().member(), ballot.number());
    }
    for (RecordedBallot ballot : record.ballots()) {
      boolean isLast = ballot.number() == last.getOrDefault(ballot.paper().member(), 0L);
      if (ballot.superseded() == isLast) {
        return new Problem(
            ballot.number(), isLast ? "the last ballot does not count" : "two ballots count");
      }
    }
    return record.present() == last.size()
        ? Problem.NONE
        : new Problem(0, "present were " + last.size() + ", stated are " + record.present());
  }

  Problem proofs() {
    Checksum256 election = DocumentDigest.of(DocumentType.SECRET_ELECTION, record.election());
    Element key = P256.decode(record.election().keys().publicKey());
    for (RecordedBallot ballot : record.ballots()) {
      String found = ballot.secret().isEmpty()
          ? (ballot.paper().secret().equals(Checksum256.ZERO) ? "" : "the secret part is missing")
          : secret(ballot.paper(), ballot.secret().get(), election, key);
      if (!found.isEmpty()) {
        return new Problem(ballot.number(), found);
      }
    }
    return Problem.NONE;
  }

  private String secret(BallotPaper paper, SecretBallot secret, Checksum256 election, Element key) {
    if (!DocumentDigest.of(DocumentType.SECRET_BALLOT, secret).equals(paper.secret())) {
      return "the secret part is not the one signed";
    }
    if (!secret.election().equals(election) || !secret.voter().equals(paper.member())) {
      return "the secret part is of another vote or member";
    }
    List<SecretItem> items = record.election().items();
    if (secret.items().size() != items.size()) {
      return "the secret part has other items";
    }
    ByteBuffer all = ByteBuffer.allocate(
        2 * 33 * secret.items().stream().mapToInt(item -> item.options().size()).sum());
    secret
        .items()
        .forEach(item -> item.options()
            .forEach(
                option -> all.put(option.alpha().toArray()).put(option.beta().toArray())));
    byte[] ciphertexts = Digests.sha256(all.array());
    for (int i = 0; i < items.size(); i++) {
      SealedItem sealed = secret.items().get(i);
      SecretItem item = items.get(i);
      if (sealed.item() != item.item()
          || sealed.options().size() != item.options().size()) {
        return "the secret part has other items";
      }
      byte[] head = head(election, paper.member(), item.item());
      if (!isAnswer(sealed, head, ciphertexts, key)) {
        return "a proof of item " + item.item() + " does not hold";
      }
    }
    return "";
  }

  private static byte[] head(Checksum256 election, Name member, int item) {
    return ByteBuffer.allocate(44)
        .put(election.toBytes())
        .putLong(member.value())
        .putInt(item)
        .array();
  }

  private static boolean isAnswer(SealedItem sealed, byte[] head, byte[] ciphertexts, Element key) {
    Element alphas = P256.neutral();
    Element betas = P256.neutral();
    for (int o = 0; o < sealed.options().size(); o++) {
      Element alpha = P256.decode(sealed.options().get(o).alpha());
      Element beta = P256.decode(sealed.options().get(o).beta());
      Bytes statement = statement(head, o, ciphertexts);
      if (!RecordEquations.isBit(sealed.proofs().get(o), statement, key, alpha, beta)) {
        return false;
      }
      alphas = alphas.plus(alpha);
      betas = betas.plus(beta);
    }
    return RecordEquations.isBit(
        sealed.sum(), statement(head, 255, ciphertexts), key, alphas, betas);
  }

  private static Bytes statement(byte[] head, int option, byte[] ciphertexts) {
    return Bytes.of(ByteBuffer.allocate(head.length + 1 + ciphertexts.length)
        .put(head)
        .put((byte) option)
        .put(ciphertexts)
        .array());
  }

  Problem tree() {
    List<Checksum256> digests = new ArrayList<>();
    for (RecordedBallot ballot : record.ballots()) {
      digests.add(DocumentDigest.of(DocumentType.BALLOT, ballot.paper()));
    }
    return RecordTree.ofBallots(digests).equals(record.ballotTree())
        ? Problem.NONE
        : new Problem(0, "the ballots do not give the root");
  }
}
