package io.github.coopj.governance.secret;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.crypto.group.Scalar;
import io.github.coopj.crypto.seal.SealContext;
import io.github.coopj.crypto.seal.SealException;
import io.github.coopj.crypto.seal.SealedData;
import java.util.Arrays;

/**
 * A share {@code s_ij = f_i(j)} on its way from one trustee to another, readable by the latter only.
 *
 * @param from number i of the trustee whose polynomial it is of
 * @param to number j of the receiver
 * @param sealed sealed data over the 32 bytes of the share
 */
public record SealedShare(int from, int to, Bytes sealed) {
  /** Refuses a share to oneself, which needs no sealing. */
  public SealedShare {
    Parts.require(
        from >= 1 && to >= 1 && from != to,
        "a sealed share goes from one trustee to another, got " + from + " to " + to);
  }

  /**
   * What a share is sealed for.
   *
   * @param ceremony digest of the plan of the ceremony
   * @param from number of the sender
   * @param to number of the receiver
   * @return the context to seal and to open with
   */
  public static SealContext context(Checksum256 ceremony, int from, int to) {
    return SealContext.of(
        "share of a secret election",
        ceremony.toHex(),
        Integer.toString(from),
        Integer.toString(to));
  }

  /**
   * Opens the share.
   *
   * @param key private key of the receiver
   * @param ceremony digest of the plan of the ceremony
   * @return the share; whether it is the one committed to is for {@link TrusteeCommitment#matches} to say
   * @throws SealException when it was sealed to another, for something else, or changed: a case for a complaint
   * @throws InvalidValueException when what was sealed is no number below the order: a case for a complaint
   */
  public Scalar open(PrivateKey key, Checksum256 ceremony) {
    byte[] plain = SealedData.of(sealed).open(key, context(ceremony, from, to));
    try {
      return Scalar.decode(Bytes.of(plain));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }
}
