package io.github.coopj.governance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.core.name.Name;
import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.crypto.KeyType;
import io.github.coopj.crypto.PrivateKey;
import io.github.coopj.governance.GovernanceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentTest {
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");
  private static final Name SIGNER = Name.of("ivanov");

  /** A content with known bytes: uint8 length and letters, then int64 little-endian. */
  public record Content(String text, long number) {}

  @ParameterizedTest
  @EnumSource(DocumentType.class)
  void digest_isTypeAndContentHashed_asDescribed(DocumentType type)
      throws NoSuchAlgorithmException {
    byte[] content = {2, 'h', 'i', 7, 0, 0, 0, 0, 0, 0, 0};
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    ByteBuffer document = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    document.putInt(type.registryId()).put(sha256.digest(content));

    assertThat(DocumentDigest.of(type, new Content("hi", 7)))
        .isEqualTo(Checksum256.of(sha256.digest(document.array())));
    assertThat(type.russianTitle()).matches("[А-Я].*");
  }

  @Test
  void digest_differs_betweenTypesAndContents() {
    List<Checksum256> digests = Arrays.stream(DocumentType.values())
        .map(type -> DocumentDigest.of(type, new Content("hi", 7)))
        .toList();
    assertThat(digests).doesNotHaveDuplicates();
    assertThat(DocumentDigest.of(DocumentType.BALLOT, new Content("hi", 8)))
        .isNotEqualTo(DocumentDigest.of(DocumentType.BALLOT, new Content("hi", 7)));
  }

  @ParameterizedTest
  @CsvSource({
    "APPLICATION,100",
    "CONSENT,1",
    "AGENDA,300",
    "COUNCIL_CONVENING_DECISION,301",
    "NOTICE,302",
    "BALLOT,303",
    "MINUTES,304",
    "ADMISSION_DECISION,501",
    "COUNCIL_DECISION,600"
  })
  void registryId_isPartOfEveryDigest_andNeverChanges(DocumentType type, int registryId) {
    assertThat(type.registryId()).isEqualTo(registryId);
  }

  @Test
  void registryIds_areDistinct() {
    assertThat(Arrays.stream(DocumentType.values()).map(DocumentType::registryId))
        .doesNotHaveDuplicates();
  }

  @Test
  void genuine_isTheSignatureOfThePerson_withAKeyOfHis_atATimeThatHasCome() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "anna");
    PrivateKey foreign = PrivateKey.fromSeed(KeyType.K1, "boris");
    Name anna = Name.of("anna");
    Checksum256 document = Checksum256.sha256(new byte[] {1});
    Instant now = Instant.parse("2026-05-01T12:00:00Z");
    SignerKeys keys = (account, used, at) -> used.equals(key.publicKey());
    DocumentSignature good = DocumentSignature.sign(key, anna, document, now);

    good.requireGenuine(document, anna, keys.until(now));
    for (DocumentSignature forged : List.of(
        DocumentSignature.sign(key, Name.of("boris"), document, now),
        DocumentSignature.sign(foreign, anna, document, now),
        DocumentSignature.sign(key, anna, Checksum256.ZERO, now),
        DocumentSignature.sign(key, anna, document, now.plusSeconds(1)))) {
      assertThat(forged.isGenuine(document, anna, keys.until(now))).isFalse();
      assertThatExceptionOfType(GovernanceException.class)
          .isThrownBy(() -> forged.requireGenuine(document, anna, keys.until(now)))
          .withMessage("SIGNATURE_FORGED account=anna document=" + document);
    }
  }

  @Test
  void signature_holdsForItsDocumentSignerAndTime_only() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "ivanov");
    PrivateKey other = PrivateKey.fromSeed(KeyType.K1, "petrov");
    Checksum256 hash = DocumentDigest.of(DocumentType.MINUTES, new Content("hi", 7));
    DocumentSignature signature = DocumentSignature.sign(key, SIGNER, hash, AT.plusMillis(999));

    assertThat(signature.signedAt()).isEqualTo(TimePointSec.of(AT));
    assertThat(signature.key()).isEqualTo(key.publicKey());
    assertThat(signature.verifies(hash)).isTrue();
    assertThat(signature.verifies(DocumentDigest.of(DocumentType.BALLOT, new Content("hi", 7))))
        .isFalse();
    TimePointSec later = TimePointSec.of(AT.plusSeconds(1));
    assertThat(new DocumentSignature(SIGNER, key.publicKey(), signature.signature(), later)
            .verifies(hash))
        .isFalse();
    assertThat(new DocumentSignature(
                Name.of("petrov"), key.publicKey(), signature.signature(), signature.signedAt())
            .verifies(hash))
        .isFalse();
    assertThat(new DocumentSignature(
                SIGNER, other.publicKey(), signature.signature(), signature.signedAt())
            .verifies(hash))
        .isFalse();
  }

  @Test
  void signature_fails_whenAnyBitOfTheDocumentChanges() {
    PrivateKey key = PrivateKey.fromSeed(KeyType.K1, "ivanov");
    byte[] hash = DocumentDigest.of(DocumentType.MINUTES, new Content("hi", 7)).toBytes();
    DocumentSignature signature = DocumentSignature.sign(key, SIGNER, Checksum256.of(hash), AT);
    for (int i = 0; i < hash.length; i++) {
      hash[i] ^= 1;
      assertThat(signature.verifies(Checksum256.of(hash))).as("byte %s", i).isFalse();
      hash[i] ^= 1;
    }
    assertThat(signature.verifies(Checksum256.of(hash))).isTrue();
  }

  @Test
  void signedDigest_isDocumentSignerAndTimeHashed_asDescribed() throws NoSuchAlgorithmException {
    Checksum256 hash = DocumentDigest.of(DocumentType.MINUTES, new Content("hi", 7));
    ByteBuffer signed = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    signed.put(hash.toBytes()).putLong(SIGNER.value()).putInt((int) AT.getEpochSecond());

    assertThat(DocumentSignature.signedDigest(hash, SIGNER, TimePointSec.of(AT)))
        .isEqualTo(Checksum256.of(MessageDigest.getInstance("SHA-256").digest(signed.array())));
  }
}
