package io.github.coopj.chain.cooperative;

import io.github.coopj.chain.contract.Context;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.document.SignerKeys;
import java.util.List;

/** Who signs for whom, as the permissions on the chain have it now. */
final class Signed {
  private Signed() {}

  /** Keys by the permissions on the chain, for signatures whose time has come. */
  static SignerKeys keys(Context context) {
    SignerKeys keys =
        (account, key, at) -> context.isSatisfied(PermissionLevel.active(account), List.of(key));
    return keys.until(Persons.now(context));
  }

  /** Requires that the signer signed exactly this document with a key of his. */
  static void require(
      Context context, DocumentSignature signature, Checksum256 document, Name signer) {
    signature.requireGenuine(document, signer, keys(context));
  }

  /** Requires that who signed a document also authorises the action that brings it. */
  static void by(Context context, Name coop, DocumentSignature signature) {
    Persons.acting(context, coop, signature.signer());
  }
}
