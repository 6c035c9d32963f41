package io.github.coopj.governance.secret;

import static io.github.coopj.crypto.group.Group.P256;

import io.github.coopj.Bytes;
import io.github.coopj.crypto.group.Element;
import io.github.coopj.governance.charter.AnswerOption;
import io.github.coopj.governance.document.DocumentDigest;
import io.github.coopj.governance.document.DocumentType;
import io.github.coopj.governance.secret.SecretElectionVerifier.Problem;
import java.util.List;

/** Steps of the verifier about sums, shares and results. */
final class CountChecks {
  private final PublicRecord record;

  CountChecks(PublicRecord record) {
    this.record = record;
  }

  Problem sums() {
    List<SecretItem> items = record.election().items();
    if (record.sums().size() != items.size()) {
      return new Problem(0, "sums of items are missing");
    }
    for (int i = 0; i < items.size(); i++) {
      SecretItem item = items.get(i);
      ItemSum stated = record.sums().get(i);
      if (stated.item() != item.item()
          || stated.options().size() != item.options().size()) {
        return new Problem(item.item(), "the sums have other options");
      }
      for (int o = 0; o < item.options().size(); o++) {
        if (!sum(i, o).equals(stated.options().get(o))) {
          return new Problem(item.item(), "the ballots that count have another sum");
        }
      }
    }
    return Problem.NONE;
  }

  private CipherSum sum(int item, int option) {
    Element alpha = P256.neutral();
    Element beta = P256.neutral();
    for (RecordedBallot ballot : record.ballots()) {
      if (!ballot.superseded() && ballot.secret().isPresent()) {
        Ciphertext ciphertext =
            ballot.secret().get().items().get(item).options().get(option);
        alpha = alpha.plus(P256.decode(ciphertext.alpha()));
        beta = beta.plus(P256.decode(ciphertext.beta()));
      }
    }
    return new CipherSum(alpha.encode(), beta.encode());
  }

  Problem shares() {
    int last = 0;
    for (DecryptionShare share : record.shares()) {
      if (share.trustee() <= last || share.trustee() > record.plan().trustees().size()) {
        return new Problem(share.trustee(), "shares are not of different trustees in their order");
      }
      last = share.trustee();
      if (!isRight(share)) {
        return new Problem(share.trustee(), "the share is not right");
      }
    }
    return record.shares().size() >= record.plan().threshold()
        ? Problem.NONE
        : new Problem(0, "too few trustees have decrypted");
  }

  private boolean isRight(DecryptionShare share) {
    Bytes election = Bytes.of(
        DocumentDigest.of(DocumentType.SECRET_ELECTION, record.election()).toBytes());
    Element key = P256.decode(record.election().keys().trusteeKeys().get(share.trustee() - 1));
    int part = 0;
    for (ItemSum item : record.sums()) {
      for (int o = 0; o < item.options().size(); o++) {
        if (part >= share.parts().size()) {
          return false;
        }
        SharePart given = share.parts().get(part++);
        Bytes[] place = {
          election, KeyChecks.u32(share.trustee()), KeyChecks.u32(item.item()), KeyChecks.u32(o)
        };
        CipherSum sum = item.options().get(o);
        if (!RecordEquations.isShare(
            given.proof(),
            place,
            P256.decodeSum(sum.alpha()),
            P256.decodeSum(sum.beta()),
            key,
            P256.decodeSum(given.point()))) {
          return false;
        }
      }
    }
    return part == share.parts().size();
  }

  Problem results() {
    if (record.results().size() != record.sums().size()) {
      return new Problem(0, "results of items are missing");
    }
    int[] trustees = record.shares().stream().mapToInt(DecryptionShare::trustee).toArray();
    int part = 0;
    for (int i = 0; i < record.sums().size(); i++) {
      SecretItem item = record.election().items().get(i);
      OptionCounts stated = record.results().get(i);
      long answered = 0;
      for (int o = 0; o < item.options().size(); o++) {
        long count = stated(stated, item.options().get(o));
        int at = part++;
        Element[] shares = record.shares().stream()
            .map(share -> P256.decodeSum(share.parts().get(at).point()))
            .toArray(Element[]::new);
        Element b = P256.decodeSum(record.sums().get(i).options().get(o).beta());
        if (!RecordEquations.isCount(b, trustees, shares, count)) {
          return new Problem(item.item(), "the count is another one");
        }
        answered += count;
      }
      boolean complete = stated.item() == item.item()
          && answered <= record.present()
          && stated.votesFor() + stated.against() + stated.abstain() == answered
          && stated.blank() == record.present() - answered;
      if (!complete) {
        return new Problem(item.item(), "the counts do not add up to those present");
      }
    }
    return Problem.NONE;
  }

  private static long stated(OptionCounts counts, AnswerOption option) {
    return switch (option) {
      case FOR -> counts.votesFor();
      case AGAINST -> counts.against();
      case ABSTAIN -> counts.abstain();
    };
  }
}
