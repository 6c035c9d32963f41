package io.github.coopj.testkit.simulation;

import io.github.coopj.chain.kernel.TransactionMetadata;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/** What nodes tell each other. */
sealed interface Message {
  /** Blocks, each after the one it follows. */
  record Blocks(List<Parcel> parcels) implements Message {}

  /** A transaction for the queue. */
  record Transaction(TransactionMetadata transaction) implements Message {}

  /** The head of the sender, so that who lacks it can ask. */
  record Status(Checksum256 head) implements Message {}

  /** Asks for the sender's best branch after the first of these blocks that it has, latest first. */
  record Want(List<Checksum256> known) implements Message {}
}
