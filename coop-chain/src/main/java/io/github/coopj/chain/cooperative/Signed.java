package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.util.List;

/** Checks signatures under documents against the chain: made with a key of this person, at a time that has come. */
final class Signed {
  private Signed() {}

  /** Who signs for whom, as the permissions on the chain have it now. */
  static SignerKeys keys(Context context) {
    return (account, key, at) -> !at.isAfter(context.currentTime().toInstant())
        && context.isSatisfied(PermissionLevel.active(account), List.of(key));
  }

  /** Requires that the signer signed exactly this document with a key of his. */
  static void require(
      Context context, DocumentSignature signature, Checksum256 document, Name signer) {
    boolean genuine = signature.signer().equals(signer)
        && keys(context).signsFor(signer, signature.key(), signature.signedAt().toInstant())
        && signature.verifies(document);
    context.check(
        genuine, "document " + document + " is not signed by " + signer + " with his key");
  }
}
