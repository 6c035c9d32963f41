package io.github.coopj.chain.store;

import io.github.coopj.chain.block.BlockHeader;
import io.github.coopj.chain.block.IncrementalMerkle;
import io.github.coopj.chain.block.ProducerSchedule;
import io.github.coopj.chain.consensus.BlockState;
import io.github.coopj.chain.consensus.DposFinality;
import io.github.coopj.core.abi.AbiReader;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Form in snapshots of what follows from the headers up to a block: schedules, finality, Merkle tree of block
 * ids, protocol features.
 */
final class BlockStateCodec implements Codec<BlockState> {
  private static final Codec<BlockHeader> HEADER = RecordCodec.of(BlockHeader.class);

  @Override
  public void write(BlockState value, AbiWriter out) {
    HEADER.write(value.header(), out);
    out.writeChecksum256(value.id());
    ProducerSchedule.CODEC.write(value.activeSchedule(), out);
    out.writeBool(value.pending().isPresent());
    value.pending().ifPresent(pending -> {
      ProducerSchedule.CODEC.write(pending.schedule(), out);
      out.writeU32(pending.announcedIn());
    });
    out.writeChecksum256(value.pendingScheduleHash());
    write(value.finality(), out);
    out.writeU64(value.blockroot().nodeCount());
    write(value.blockroot().activeNodes(), out);
    write(value.features(), out);
  }

  @Override
  public BlockState read(AbiReader in) {
    BlockHeader header = HEADER.read(in);
    Checksum256 id = in.readChecksum256();
    ProducerSchedule active = ProducerSchedule.CODEC.read(in);
    Optional<BlockState.Pending> pending = in.readBool()
        ? Optional.of(new BlockState.Pending(ProducerSchedule.CODEC.read(in), in.readU32()))
        : Optional.empty();
    Checksum256 pendingHash = in.readChecksum256();
    DposFinality finality = readFinality(in);
    long leaves = in.readU64();
    List<Checksum256> nodes = readChecksums(in);
    return new BlockState(
        header,
        id,
        active,
        pending,
        pendingHash,
        finality,
        new IncrementalMerkle(nodes, leaves),
        readChecksums(in));
  }

  private static void write(List<Checksum256> checksums, AbiWriter out) {
    out.writeVarUint32(checksums.size());
    checksums.forEach(out::writeChecksum256);
  }

  private static List<Checksum256> readChecksums(AbiReader in) {
    List<Checksum256> checksums = new ArrayList<>();
    for (long left = in.readVarUint32(); left > 0; left--) {
      checksums.add(in.readChecksum256());
    }
    return checksums;
  }

  private static void write(DposFinality finality, AbiWriter out) {
    out.writeU32(finality.proposedIrreversible());
    out.writeU32(finality.irreversible());
    write(finality.lastProduced(), out);
    write(finality.lastImplied(), out);
    out.writeVarUint32(finality.confirmationsMissing().size());
    finality.confirmationsMissing().forEach(out::writeU32);
  }

  private static DposFinality readFinality(AbiReader in) {
    long proposed = in.readU32();
    long irreversible = in.readU32();
    NavigableMap<Name, Long> produced = readBlocks(in);
    NavigableMap<Name, Long> implied = readBlocks(in);
    List<Integer> missing = new ArrayList<>();
    for (long left = in.readVarUint32(); left > 0; left--) {
      missing.add((int) in.readU32());
    }
    return new DposFinality(proposed, irreversible, produced, implied, missing);
  }

  private static void write(NavigableMap<Name, Long> blocks, AbiWriter out) {
    out.writeVarUint32(blocks.size());
    blocks.forEach((producer, block) -> {
      out.writeName(producer);
      out.writeU32(block);
    });
  }

  private static NavigableMap<Name, Long> readBlocks(AbiReader in) {
    NavigableMap<Name, Long> blocks = new TreeMap<>();
    for (long left = in.readVarUint32(); left > 0; left--) {
      blocks.put(in.readName(), in.readU32());
    }
    return blocks;
  }
}
