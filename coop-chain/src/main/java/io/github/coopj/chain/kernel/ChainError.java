package io.github.coopj.chain.kernel;

/**
 * Why the chain refuses a transaction or a block, with the code, name and text of Antelope nodes, so that clients can
 * treat this chain and a remote node alike.
 */
public enum ChainError {
  /** A packed transaction cannot be read. */
  INVALID_PACKED_TRANSACTION(
      3010010, "packed_transaction_type_exception", "Invalid packed transaction"),
  /** An authority is malformed. */
  INVALID_AUTHORITY(3010004, "authority_type_exception", "Invalid authority"),
  /** A name breaks the rules of names. */
  INVALID_NAME(3010001, "name_type_exception", "Invalid name"),
  /** A block is wrong. */
  BLOCK_VALIDATE(3030000, "block_validate_exception", "Block exception"),
  /** A block does not follow the head. */
  UNLINKABLE_BLOCK(3030001, "unlinkable_block_exception", "Unlinkable block"),
  /** Applying a block gives other results than the block says. */
  BLOCK_TX_OUTPUT(
      3030002,
      "block_tx_output_exception",
      "Transaction outputs in block do not match transaction outputs from applying block"),
  /** A block is signed with a key that is not its producer's. */
  WRONG_SIGNING_KEY(3030008, "wrong_signing_key", "Block is not signed with expected key"),
  /** A block is made by a producer whose slot it is not. */
  WRONG_PRODUCER(3030009, "wrong_producer", "Block is not signed by expected producer"),
  /** A transaction has no action. */
  TX_NO_ACTION(3040002, "tx_no_action", "Transaction should have at least one normal action"),
  /** No action of a transaction is authorised by anybody. */
  TX_NO_AUTHS(3040003, "tx_no_auths", "Transaction should have at least one required authority"),
  /** A transaction is expired. */
  EXPIRED_TX(3040005, "expired_tx_exception", "Expired Transaction"),
  /** A transaction expires too far in the future. */
  TX_EXP_TOO_FAR(3040006, "tx_exp_too_far_exception", "Transaction Expiration Too Far"),
  /** A transaction refers to a block that is not on this chain. */
  INVALID_REF_BLOCK(3040007, "invalid_ref_block_exception", "Invalid Reference Block"),
  /** A transaction was executed before. */
  TX_DUPLICATE(3040008, "tx_duplicate", "Duplicate transaction"),
  /** A transaction carries what this chain does not know: a delay, an extension, context-free actions. */
  INVALID_TRANSACTION(3010006, "transaction_type_exception", "Invalid transaction"),
  /** An account exists already (ACC-02). */
  ACCOUNT_NAME_EXISTS(3050001, "account_name_exists_exception", "Account name already exists"),
  /** The data of an action cannot be read. */
  INVALID_ACTION_ARGS(3050002, "invalid_action_args_exception", "Invalid Action Arguments"),
  /** A contract refused the action (SC-08). */
  ASSERT_MESSAGE(
      3050003, "eosio_assert_message_exception", "eosio_assert_message assertion failure"),
  /** A contract uses a call it may not use. */
  UNACCESSIBLE_API(3050007, "unaccessible_api", "Attempt to use unaccessible API"),
  /** A contract broke down. */
  ABORT_CALLED(3050008, "abort_called", "Abort Called"),
  /** An inline action is larger than allowed. */
  INLINE_ACTION_TOO_BIG(
      3050009, "inline_action_too_big", "Inline Action exceeds maximum size limit"),
  /** A contract charges an account that did not authorise the action. */
  UNAUTHORIZED_RAM_USAGE(
      3050010,
      "unauthorized_ram_usage_increase",
      "Action attempts to increase RAM usage of account without authorization"),
  /** A return value is longer than 256 bytes. */
  RETURN_VALUE_TOO_BIG(
      3050014, "action_return_value_exception", "action return value size too big"),
  /** Inline actions are nested too deep. */
  TRANSACTION(3040000, "transaction_exception", "Transaction exception"),
  /** A permission that is asked for does not exist. */
  PERMISSION_QUERY(3060001, "permission_query_exception", "Permission Query Exception"),
  /** An account that is asked for does not exist. */
  ACCOUNT_QUERY(3060002, "account_query_exception", "Account Query Exception"),
  /** A table is used in a way it does not allow. */
  CONTRACT_TABLE_QUERY(3060003, "contract_table_query_exception", "Contract Table Query Exception"),
  /** A transaction needs more NET than one may. */
  TX_NET_USAGE(
      3080002,
      "tx_net_usage_exceeded",
      "Transaction exceeded the current network usage limit imposed on the transaction"),
  /** A block has no NET left for a transaction. */
  BLOCK_NET_USAGE(
      3080003,
      "block_net_usage_exceeded",
      "Transaction network usage is too much for the remaining allowable usage of the current block"),
  /** The same key signed twice. */
  TX_DUPLICATE_SIG(3090001, "tx_duplicate_sig", "Duplicate signature included"),
  /** A signature that no authorisation needs. */
  TX_IRRELEVANT_SIG(3090002, "tx_irrelevant_sig", "Irrelevant signature included"),
  /** The keys do not satisfy a declared authorisation. */
  UNSATISFIED_AUTHORIZATION(
      3090003,
      "unsatisfied_authorization",
      "Provided keys, permissions, and delays do not satisfy declared authorizations"),
  /** A contract requires an authority that the action does not carry. */
  MISSING_AUTH(3090004, "missing_auth_exception", "Missing required authority"),
  /** A declared permission is too weak for the action. */
  IRRELEVANT_AUTH(3090005, "irrelevant_auth_exception", "Irrelevant authority included"),
  /** A permission name may not be used. */
  INVALID_PERMISSION(3090007, "invalid_permission", "Invalid Permission"),
  /** The action may not be linked to another permission. */
  UNLINKABLE_ACTION(
      3090008,
      "unlinkable_min_permission_action",
      "The action is not allowed to be linked with minimum permission"),
  /** A block or its transactions are not known. */
  UNKNOWN_BLOCK(3100002, "unknown_block_exception", "Unknown block"),
  /** An account has no contract that the catalogue knows. */
  CONTRACT(3160000, "contract_exception", "Contract exception");

  private final int code;
  private final String errorName;
  private final String what;

  ChainError(int code, String errorName, String what) {
    this.code = code;
    this.errorName = errorName;
    this.what = what;
  }

  /**
   * Number of the error in the node's table.
   *
   * @return 3000000 to 3999999
   */
  public int code() {
    return code;
  }

  /**
   * Name of the error in the node's table.
   *
   * @return for example {@code expired_tx_exception}
   */
  public String errorName() {
    return errorName;
  }

  /**
   * General text of the error in the node's table.
   *
   * @return one sentence
   */
  public String what() {
    return what;
  }
}
