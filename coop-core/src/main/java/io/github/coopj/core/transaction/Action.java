package io.github.coopj.core.transaction;

import io.github.coopj.Bytes;
import io.github.coopj.core.abi.AbiWriter;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.crypto.Checksum256;
import java.util.List;

/**
 * One call of a contract: whose code, which action, on whose authority, with which data.
 *
 * @param account account that holds the contract
 * @param name name of the action
 * @param authorization permissions that must be satisfied, in the order given; empty for a context-free action
 * @param data arguments in binary form, as the ABI of the contract says
 */
public record Action(Name account, Name name, List<PermissionLevel> authorization, Bytes data) {
  /** Binary form of an action. */
  public static final Codec<Action> CODEC = RecordCodec.of(Action.class);

  /** Copies the list. */
  public Action {
    authorization = List.copyOf(authorization);
  }

  /**
   * An action whose data is a record or a value of an interface with {@link io.github.coopj.core.abi.AbiOrder}.
   *
   * @param <T> the record or value interface
   * @param account account that holds the contract
   * @param name name of the action
   * @param authorization permissions that must be satisfied
   * @param arguments the arguments; written by {@link Codec#ofValue}
   * @return the action
   * @throws io.github.coopj.InvalidValueException if the arguments are neither of the two
   * @throws io.github.coopj.core.abi.AbiException if a component does not fit its ABI type
   */
  public static <T> Action of(
      Name account, Name name, List<PermissionLevel> authorization, T arguments) {
    return of(account, name, authorization, Codec.ofValue(arguments), arguments);
  }

  /**
   * An action whose data is written by a codec.
   *
   * @param <T> kind of arguments
   * @param account account that holds the contract
   * @param name name of the action
   * @param authorization permissions that must be satisfied
   * @param codec how the arguments are written
   * @param arguments the arguments
   * @return the action
   * @throws io.github.coopj.core.abi.AbiException if the arguments do not fit their ABI type
   */
  public static <T> Action of(
      Name account, Name name, List<PermissionLevel> authorization, Codec<T> codec, T arguments) {
    return new Action(account, name, authorization, Bytes.of(codec.encode(arguments)));
  }

  /**
   * The arguments as a record or value interface.
   *
   * @param <T> the record or value interface
   * @param type its class
   * @return the arguments
   * @throws io.github.coopj.core.abi.AbiException if the data is not exactly such a value
   */
  public <T> T dataAs(Class<T> type) {
    return RecordCodec.of(type).decode(data.toArray());
  }

  /**
   * Digest that receipts hold before the protocol feature ACTION_RETURN_VALUE: sha256 of the packed action.
   *
   * @return the digest
   */
  public Checksum256 digest() {
    return CODEC.digest(this);
  }

  /**
   * Digest that receipts hold after the protocol feature ACTION_RETURN_VALUE: sha256 over the hash of account, name and
   * authorization and the hash of data and return value.
   *
   * @param returnValue what the action returned, empty if nothing
   * @return the digest
   */
  public Checksum256 digest(Bytes returnValue) {
    AbiWriter head = new AbiWriter();
    head.writeName(account);
    head.writeName(name);
    head.writeVarUint32(authorization.size());
    for (PermissionLevel level : authorization) {
      head.writePermissionLevel(level);
    }
    AbiWriter tail = new AbiWriter(data.size() + returnValue.size() + 10);
    tail.writeBytes(data);
    tail.writeBytes(returnValue);
    AbiWriter both = new AbiWriter(64);
    both.writeChecksum256(Checksum256.sha256(head.toByteArray()));
    both.writeChecksum256(Checksum256.sha256(tail.toByteArray()));
    return Checksum256.sha256(both.toByteArray());
  }
}
