package io.github.coopj.samples.first;

import io.github.coopj.core.asset.Allocation;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.AccountNames;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.PublicKey;
import java.nio.charset.StandardCharsets;

/** A member's name in the zone of a cooperative, a signature, and a contribution divided to the kopeck. */
public final class FirstSteps {
  private FirstSteps() {}

  /**
   * Runs the program.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    // README: begin
    Name cooperative = Name.of("zarya");
    Name member = Name.of("anna.zarya"); // only zarya may create names that end in .zarya
    AccountNames.requireMayCreate(cooperative, member, false);

    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "a seed for trying out");
    Checksum256 application = Checksum256.sha256("I join".getBytes(StandardCharsets.UTF_8));
    PublicKey signer = key.sign(application).recover(application);
    System.out.println(member + " signed: " + signer.equals(key.publicKey()));

    Asset paid = Asset.parse("100.03 RUB");
    for (long part : Allocation.largestRemainder(paid.amount(), 20, 20, 20, 10, 30)) {
      System.out.println(new Asset(part, paid.symbol()));
    }
    // README: end
  }
}
