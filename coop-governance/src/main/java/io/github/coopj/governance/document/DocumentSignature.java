package io.github.coopj.governance.document;

import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.PublicKey;
import io.github.coopj.crypto.Signature;
import io.github.coopj.crypto.Signer;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import java.time.Instant;

/**
 * A signature (электронная подпись) under a document: who signed, with which key, and when by his own word.
 *
 * <p>Whether the key was the signer's at that time is for the holder of the permission tables to say.
 *
 * @param signer account of the signer
 * @param key the key
 * @param signature signature over {@link #signedDigest}
 * @param signedAt time of signing, to the second
 */
public record DocumentSignature(
    Name signer, PublicKey key, Signature signature, TimePointSec signedAt) {
  /**
   * What is signed: {@code sha256(document digest ‖ name of the signer ‖ uint32 seconds)}.
   *
   * @param documentHash digest of the document
   * @param signer account of the signer
   * @param signedAt time of signing
   * @return the digest to sign
   */
  public static Checksum256 signedDigest(
      Checksum256 documentHash, Name signer, TimePointSec signedAt) {
    AbiWriter out = new AbiWriter();
    out.writeChecksum256(documentHash);
    out.writeName(signer);
    out.writeTimePointSec(signedAt);
    return Checksum256.sha256(out.toByteArray());
  }

  /**
   * Signs a document.
   *
   * @param key key of the signer
   * @param signer account of the signer
   * @param documentHash digest of the document
   * @param at time of signing; parts of a second are dropped
   * @return the signature
   */
  public static DocumentSignature sign(
      Signer key, Name signer, Checksum256 documentHash, Instant at) {
    TimePointSec signedAt = TimePointSec.of(at);
    return new DocumentSignature(
        signer, key.publicKey(), key.sign(signedDigest(documentHash, signer, signedAt)), signedAt);
  }

  /**
   * Whether the signature is of this signer, key and time under this document.
   *
   * @param documentHash digest of the document
   * @return whether it holds
   */
  public boolean verifies(Checksum256 documentHash) {
    return signature.verify(signedDigest(documentHash, signer, signedAt), key);
  }

  /**
   * Whether a person signed exactly this document with a key of his.
   *
   * @param documentHash digest of the document
   * @param person who is to have signed
   * @param keys which keys sign for which accounts
   * @return whether signer, key, time and document fit together
   */
  public boolean isGenuine(Checksum256 documentHash, Name person, SignerKeys keys) {
    return signer.equals(person)
        && keys.signsFor(person, key, signedAt.toInstant())
        && verifies(documentHash);
  }

  /**
   * Refuses anything but the signature of a person under exactly this document.
   *
   * @param documentHash digest of the document
   * @param person who is to have signed
   * @param keys which keys sign for which accounts
   * @throws GovernanceException SIGNATURE_FORGED
   */
  public void requireGenuine(Checksum256 documentHash, Name person, SignerKeys keys) {
    if (!isGenuine(documentHash, person, keys)) {
      throw new GovernanceException(
          Reason.SIGNATURE_FORGED, "account", person, "document", documentHash);
    }
  }
}
