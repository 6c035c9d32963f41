package io.github.coopj.chain.store;

import io.github.coopj.chain.consensus.Evidence;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.transaction.PackedTransaction;
import io.github.coopj.crypto.Checksum256;
import java.nio.file.Path;
import java.util.List;

/**
 * What is kept beside the log because no block tells it: transactions of blocks that were taken back, and evidence against
 * producers. The chain can do without; a file that is damaged is put aside and noted.
 */
final class Records {
  private static final String ORPHANS = "orphans.bin";
  private static final String EVIDENCE = "evidence.bin";

  private final KeptFile<List<PackedTransaction>> orphanFile;
  private final KeptFile<List<Evidence>> evidenceFile;
  private List<PackedTransaction> orphans;
  private volatile List<Evidence> evidence;

  Records(Disk disk, Path directory, Checksum256 chainId, Notes notes) {
    this.orphanFile = file(disk, directory, ORPHANS, chainId, PackedTransaction.CODEC);
    this.orphans = readOr(orphanFile, notes);
    this.evidenceFile = file(disk, directory, EVIDENCE, chainId, Evidence.CODEC);
    this.evidence = readOr(evidenceFile, notes);
  }

  private static <T> KeptFile<List<T>> file(
      Disk disk, Path directory, String name, Checksum256 chainId, Codec<T> codec) {
    return new KeptFile<>(
        disk, directory, name, chainId, listOf(codec), LogException.Reason.BAD_RECORD, "");
  }

  private static <T> List<T> readOr(KeptFile<List<T>> file, Notes notes) {
    try {
      return file.read().orElse(List.of());
    } catch (LogException e) {
      if (e.reason() != LogException.Reason.BAD_RECORD) {
        throw e;
      }
      file.setAside();
      notes.add(e.getMessage() + "; put aside");
      return List.of();
    }
  }

  private static <T> Codec<List<T>> listOf(Codec<T> codec) {
    return new Codec<>() {
      @Override
      public void write(List<T> value, AbiWriter out) {
        out.writeList(value, codec);
      }

      @Override
      public List<T> read(AbiReader in) {
        return in.readList(codec);
      }
    };
  }

  static boolean isFile(Path file) {
    return KeptFile.isFile(file, ORPHANS) || KeptFile.isFile(file, EVIDENCE);
  }

  List<PackedTransaction> orphans() {
    return orphans;
  }

  /** Keeps transactions in place of those before, durably; does nothing where they are the same. */
  void keepOrphans(List<PackedTransaction> transactions) {
    if (!transactions.equals(orphans)) {
      orphanFile.write(transactions);
      orphans = List.copyOf(transactions);
    }
  }

  List<Evidence> evidence() {
    return evidence;
  }

  /** Keeps pieces of evidence in place of those before, durably. */
  void keepEvidence(List<Evidence> pieces) {
    evidenceFile.write(pieces);
    evidence = List.copyOf(pieces);
  }
}
