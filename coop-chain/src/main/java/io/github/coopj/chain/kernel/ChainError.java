package io.github.coopj.chain.kernel;

/**
 * Why the chain refuses a transaction or a block, with the code, name and text of Antelope nodes, so that clients can
 * treat this chain and a remote node alike. The table is complete; a kernel raises some of it, clients meet the rest.
 */
public enum ChainError {
  // What cannot be read as the type it should be.
  /** Chain type exception. */
  CHAIN_TYPE(3010000, "chain_type_exception", "chain type exception"),
  /** A name breaks the rules of names. */
  INVALID_NAME(3010001, "name_type_exception", "Invalid name"),
  /** Invalid public key. */
  PUBLIC_KEY_TYPE(3010002, "public_key_type_exception", "Invalid public key"),
  /** Invalid private key. */
  PRIVATE_KEY_TYPE(3010003, "private_key_type_exception", "Invalid private key"),
  /** An authority is malformed. */
  INVALID_AUTHORITY(3010004, "authority_type_exception", "Invalid authority"),
  /** Invalid action. */
  ACTION_TYPE(3010005, "action_type_exception", "Invalid action"),
  /** A transaction carries what this chain does not know: a delay, an extension, context-free actions. */
  INVALID_TRANSACTION(3010006, "transaction_type_exception", "Invalid transaction"),
  /** Invalid ABI. */
  ABI_TYPE(3010007, "abi_type_exception", "Invalid ABI"),
  /** Invalid block ID. */
  BLOCK_ID_TYPE(3010008, "block_id_type_exception", "Invalid block ID"),
  /** Invalid transaction ID. */
  TRANSACTION_ID_TYPE(3010009, "transaction_id_type_exception", "Invalid transaction ID"),
  /** A packed transaction cannot be read. */
  INVALID_PACKED_TRANSACTION(
      3010010, "packed_transaction_type_exception", "Invalid packed transaction"),
  /** Invalid asset. */
  ASSET_TYPE(3010011, "asset_type_exception", "Invalid asset"),
  /** Invalid chain ID. */
  CHAIN_ID_TYPE(3010012, "chain_id_type_exception", "Invalid chain ID"),
  /** Invalid fixed key. */
  FIXED_KEY_TYPE(3010013, "fixed_key_type_exception", "Invalid fixed key"),
  /** Invalid symbol. */
  SYMBOL_TYPE(3010014, "symbol_type_exception", "Invalid symbol"),
  /** Key type is not a currently activated type. */
  UNACTIVATED_KEY_TYPE(
      3010015, "unactivated_key_type", "Key type is not a currently activated type"),
  /** Signature type is not a currently activated type. */
  UNACTIVATED_SIGNATURE_TYPE(
      3010016, "unactivated_signature_type", "Signature type is not a currently activated type"),

  // ABIs.
  /** ABI exception. */
  ABI(3015000, "abi_exception", "ABI exception"),
  /** No ABI found. */
  ABI_NOT_FOUND(3015001, "abi_not_found_exception", "No ABI found"),
  /** Invalid Ricardian Clause. */
  INVALID_RICARDIAN_CLAUSE(
      3015002, "invalid_ricardian_clause_exception", "Invalid Ricardian Clause"),
  /** Invalid Ricardian Action. */
  INVALID_RICARDIAN_ACTION(
      3015003, "invalid_ricardian_action_exception", "Invalid Ricardian Action"),
  /** The type defined in the ABI is invalid. */
  INVALID_TYPE_INSIDE_ABI(
      3015004, "invalid_type_inside_abi", "The type defined in the ABI is invalid"),
  /** Duplicate type definition in the ABI. */
  DUPLICATE_ABI_TYPE_DEF(
      3015005, "duplicate_abi_type_def_exception", "Duplicate type definition in the ABI"),
  /** Duplicate struct definition in the ABI. */
  DUPLICATE_ABI_STRUCT_DEF(
      3015006, "duplicate_abi_struct_def_exception", "Duplicate struct definition in the ABI"),
  /** Duplicate action definition in the ABI. */
  DUPLICATE_ABI_ACTION_DEF(
      3015007, "duplicate_abi_action_def_exception", "Duplicate action definition in the ABI"),
  /** Duplicate table definition in the ABI. */
  DUPLICATE_ABI_TABLE_DEF(
      3015008, "duplicate_abi_table_def_exception", "Duplicate table definition in the ABI"),
  /** Duplicate error message definition in the ABI. */
  DUPLICATE_ABI_ERR_MSG_DEF(
      3015009,
      "duplicate_abi_err_msg_def_exception",
      "Duplicate error message definition in the ABI"),
  /** ABI serialization time has exceeded the deadline. */
  ABI_SERIALIZATION_DEADLINE(
      3015010,
      "abi_serialization_deadline_exception",
      "ABI serialization time has exceeded the deadline"),
  /** ABI recursive definition has exceeded the max recursion depth. */
  ABI_RECURSION_DEPTH(
      3015011,
      "abi_recursion_depth_exception",
      "ABI recursive definition has exceeded the max recursion depth"),
  /** Circular definition is detected in the ABI. */
  ABI_CIRCULAR_DEF(
      3015012, "abi_circular_def_exception", "Circular definition is detected in the ABI"),
  /** Unpack data exception. */
  UNPACK(3015013, "unpack_exception", "Unpack data exception"),
  /** Pack data exception. */
  PACK(3015014, "pack_exception", "Pack data exception"),
  /** Duplicate variant definition in the ABI. */
  DUPLICATE_ABI_VARIANT_DEF(
      3015015, "duplicate_abi_variant_def_exception", "Duplicate variant definition in the ABI"),
  /** ABI has an unsupported version. */
  UNSUPPORTED_ABI_VERSION(
      3015016, "unsupported_abi_version_exception", "ABI has an unsupported version"),
  /** Duplicate action results definition in the ABI. */
  DUPLICATE_ABI_ACTION_RESULTS_DEF(
      3015017,
      "duplicate_abi_action_results_def_exception",
      "Duplicate action results definition in the ABI"),

  // Fork database.
  /** Fork database exception. */
  FORK_DATABASE(3020000, "fork_database_exception", "Fork database exception"),
  /** Block can not be found. */
  FORK_DB_BLOCK_NOT_FOUND(3020001, "fork_db_block_not_found", "Block can not be found"),

  // Blocks.
  /** A block is wrong. */
  BLOCK_VALIDATE(3030000, "block_validate_exception", "Block exception"),
  /** A block does not follow the head. */
  UNLINKABLE_BLOCK(3030001, "unlinkable_block_exception", "Unlinkable block"),
  /** Applying a block gives other results than the block says. */
  BLOCK_TX_OUTPUT(
      3030002,
      "block_tx_output_exception",
      "Transaction outputs in block do not match transaction outputs from applying block"),
  /** Block does not guarantee concurrent execution without conflicts. */
  BLOCK_CONCURRENCY(
      3030003,
      "block_concurrency_exception",
      "Block does not guarantee concurrent execution without conflicts"),
  /** Shard locks in block are incorrect or mal-formed. */
  BLOCK_LOCK(3030004, "block_lock_exception", "Shard locks in block are incorrect or mal-formed"),
  /** Block exhausted allowed resources. */
  BLOCK_RESOURCE_EXHAUSTED(
      3030005, "block_resource_exhausted", "Block exhausted allowed resources"),
  /** Block is too old to push. */
  BLOCK_TOO_OLD(3030006, "block_too_old_exception", "Block is too old to push"),
  /** Block is from the future. */
  BLOCK_FROM_THE_FUTURE(3030007, "block_from_the_future", "Block is from the future"),
  /** A block is signed with a key that is not its producer's. */
  WRONG_SIGNING_KEY(3030008, "wrong_signing_key", "Block is not signed with expected key"),
  /** A block is made by a producer whose slot it is not. */
  WRONG_PRODUCER(3030009, "wrong_producer", "Block is not signed by expected producer"),
  /** Invalid block header extension. */
  INVALID_BLOCK_HEADER_EXTENSION(
      3030010, "invalid_block_header_extension", "Invalid block header extension"),
  /** Block includes an ill-formed protocol feature activation extension. */
  ILL_FORMED_PROTOCOL_FEATURE_ACTIVATION(
      3030011,
      "ill_formed_protocol_feature_activation",
      "Block includes an ill-formed protocol feature activation extension"),
  /** Invalid block extension. */
  INVALID_BLOCK_EXTENSION(3030012, "invalid_block_extension", "Invalid block extension"),
  /** Block includes an ill-formed additional block signature extension. */
  ILL_FORMED_ADDITIONAL_BLOCK_SIGNATURES_EXTENSION(
      3030013,
      "ill_formed_additional_block_signatures_extension",
      "Block includes an ill-formed additional block signature extension"),

  // Transactions.
  /** A transaction names what does not exist, nests inline actions too deep, or has what this chain does not know. */
  TRANSACTION(3040000, "transaction_exception", "Transaction exception"),
  /** Error decompressing transaction. */
  TX_DECOMPRESSION_ERROR(3040001, "tx_decompression_error", "Error decompressing transaction"),
  /** A transaction has no action. */
  TX_NO_ACTION(3040002, "tx_no_action", "Transaction should have at least one normal action"),
  /** No action of a transaction is authorised by anybody. */
  TX_NO_AUTHS(3040003, "tx_no_auths", "Transaction should have at least one required authority"),
  /** Context-free action should have no required authority. */
  CFA_IRRELEVANT_AUTH(
      3040004, "cfa_irrelevant_auth", "Context-free action should have no required authority"),
  /** A transaction is expired. */
  EXPIRED_TX(3040005, "expired_tx_exception", "Expired Transaction"),
  /** A transaction expires too far in the future. */
  TX_EXP_TOO_FAR(3040006, "tx_exp_too_far_exception", "Transaction Expiration Too Far"),
  /** A transaction refers to a block that is not on this chain. */
  INVALID_REF_BLOCK(3040007, "invalid_ref_block_exception", "Invalid Reference Block"),
  /** A transaction was executed before. */
  TX_DUPLICATE(3040008, "tx_duplicate", "Duplicate transaction"),
  /** Duplicate deferred transaction. */
  DEFERRED_TX_DUPLICATE(3040009, "deferred_tx_duplicate", "Duplicate deferred transaction"),
  /** Context free action is not allowed inside generated transaction. */
  CFA_INSIDE_GENERATED_TX(
      3040010,
      "cfa_inside_generated_tx",
      "Context free action is not allowed inside generated transaction"),
  /** The transaction can not be found. */
  TX_NOT_FOUND(3040011, "tx_not_found", "The transaction can not be found"),
  /** Pushing too many transactions at once. */
  TOO_MANY_TX_AT_ONCE(3040012, "too_many_tx_at_once", "Pushing too many transactions at once"),
  /** Transaction is too big. */
  TX_TOO_BIG(3040013, "tx_too_big", "Transaction is too big"),
  /** Unknown transaction compression. */
  UNKNOWN_TRANSACTION_COMPRESSION(
      3040014, "unknown_transaction_compression", "Unknown transaction compression"),
  /** Invalid transaction extension. */
  INVALID_TRANSACTION_EXTENSION(
      3040015, "invalid_transaction_extension", "Invalid transaction extension"),
  /** Transaction includes an ill-formed deferred transaction generation context extension. */
  ILL_FORMED_DEFERRED_TRANSACTION_GENERATION_CONTEXT(
      3040016,
      "ill_formed_deferred_transaction_generation_context",
      "Transaction includes an ill-formed deferred transaction generation context extension"),
  /** Transaction includes disallowed extensions (invalid block). */
  DISALLOWED_TRANSACTION_EXTENSIONS_BAD_BLOCK(
      3040017,
      "disallowed_transaction_extensions_bad_block_exception",
      "Transaction includes disallowed extensions (invalid block)"),
  /** Transaction exceeded transient resource limit. */
  TX_RESOURCE_EXHAUSTION(
      3040018, "tx_resource_exhaustion", "Transaction exceeded transient resource limit"),

  // Actions.
  /** An action breaks a rule of the chain, or names an account or a permission that does not exist. */
  ACTION_VALIDATE(3050000, "action_validate_exception", "Action validate exception"),
  /** An account exists already (ACC-02). */
  ACCOUNT_NAME_EXISTS(3050001, "account_name_exists_exception", "Account name already exists"),
  /** The data of an action cannot be read. */
  INVALID_ACTION_ARGS(3050002, "invalid_action_args_exception", "Invalid Action Arguments"),
  /** A contract refused the action (SC-08). */
  ASSERT_MESSAGE(
      3050003, "eosio_assert_message_exception", "eosio_assert_message assertion failure"),
  /** Eosio_assert_code assertion failure. */
  EOSIO_ASSERT_CODE(3050004, "eosio_assert_code_exception", "eosio_assert_code assertion failure"),
  /** Action can not be found. */
  ACTION_NOT_FOUND(3050005, "action_not_found_exception", "Action can not be found"),
  /** Mismatch between action data and its struct. */
  ACTION_DATA_AND_STRUCT_MISMATCH(
      3050006, "action_data_and_struct_mismatch", "Mismatch between action data and its struct"),
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
  /** Eosio_assert_code assertion failure uses restricted error code value. */
  RESTRICTED_ERROR_CODE(
      3050011,
      "restricted_error_code_exception",
      "eosio_assert_code assertion failure uses restricted error code value"),
  /** A return value is longer than 256 bytes. */
  RETURN_VALUE_TOO_BIG(
      3050014, "action_return_value_exception", "action return value size too big"),

  // What is asked of the state.
  /** Database exception. */
  DATABASE(3060000, "database_exception", "Database exception"),
  /** A permission that is asked for does not exist. */
  PERMISSION_QUERY(3060001, "permission_query_exception", "Permission Query Exception"),
  /** An account that is asked for does not exist. */
  ACCOUNT_QUERY(3060002, "account_query_exception", "Account Query Exception"),
  /** A table is used in a way it does not allow. */
  CONTRACT_TABLE_QUERY(3060003, "contract_table_query_exception", "Contract Table Query Exception"),
  /** Contract Query Exception. */
  CONTRACT_QUERY(3060004, "contract_query_exception", "Contract Query Exception"),
  /** Database is an unknown or unsupported version. */
  BAD_DATABASE_VERSION(
      3060005, "bad_database_version_exception", "Database is an unknown or unsupported version"),
  /** Guard Exception. */
  GUARD(3060100, "guard_exception", "Guard Exception"),
  /** Database usage is at unsafe levels. */
  DATABASE_GUARD(3060101, "database_guard_exception", "Database usage is at unsafe levels"),

  // WebAssembly.
  /** WASM Exception. */
  WASM(3070000, "wasm_exception", "WASM Exception"),
  /** Error in WASM page memory. */
  PAGE_MEMORY_ERROR(3070001, "page_memory_error", "Error in WASM page memory"),
  /** Runtime Error Processing WASM. */
  WASM_EXECUTION_ERROR(3070002, "wasm_execution_error", "Runtime Error Processing WASM"),
  /** Serialization Error Processing WASM. */
  WASM_SERIALIZATION_ERROR(
      3070003, "wasm_serialization_error", "Serialization Error Processing WASM"),
  /** Memcpy with overlapping memory. */
  OVERLAPPING_MEMORY_ERROR(3070004, "overlapping_memory_error", "memcpy with overlapping memory"),
  /** Binaryen exception. */
  BINARYEN(3070005, "binaryen_exception", "binaryen exception"),

  // Resources.
  /** Resource exhausted exception. */
  RESOURCE_EXHAUSTED(3080000, "resource_exhausted_exception", "Resource exhausted exception"),
  /** Account using more than allotted RAM usage. */
  RAM_USAGE_EXCEEDED(3080001, "ram_usage_exceeded", "Account using more than allotted RAM usage"),
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
  /** Transaction exceeded the current CPU usage limit imposed on the transaction. */
  TX_CPU_USAGE_EXCEEDED(
      3080004,
      "tx_cpu_usage_exceeded",
      "Transaction exceeded the current CPU usage limit imposed on the transaction"),
  /** Transaction CPU usage is too much for the remaining allowable usage of the current block. */
  BLOCK_CPU_USAGE_EXCEEDED(
      3080005,
      "block_cpu_usage_exceeded",
      "Transaction CPU usage is too much for the remaining allowable usage of the current block"),
  /** Transaction took too long. */
  DEADLINE(3080006, "deadline_exception", "Transaction took too long"),
  /** Transaction exceeded the current greylisted account network usage limit. */
  GREYLIST_NET_USAGE_EXCEEDED(
      3080007,
      "greylist_net_usage_exceeded",
      "Transaction exceeded the current greylisted account network usage limit"),
  /** Transaction exceeded the current greylisted account CPU usage limit. */
  GREYLIST_CPU_USAGE_EXCEEDED(
      3080008,
      "greylist_cpu_usage_exceeded",
      "Transaction exceeded the current greylisted account CPU usage limit"),
  /** Read-only transaction eos-vm-oc compile temporary failure. */
  RO_TRX_VM_OC_COMPILE_TEMPORARY_FAILURE(
      3080009,
      "ro_trx_vm_oc_compile_temporary_failure",
      "Read-only transaction eos-vm-oc compile temporary failure"),
  /** Read-only transaction eos-vm-oc compile permanent failure. */
  RO_TRX_VM_OC_COMPILE_PERMANENT_FAILURE(
      3080010,
      "ro_trx_vm_oc_compile_permanent_failure",
      "Read-only transaction eos-vm-oc compile permanent failure"),
  /** Transaction reached the deadline set due to leeway on account CPU limits. */
  LEEWAY_DEADLINE(
      3081001,
      "leeway_deadline_exception",
      "Transaction reached the deadline set due to leeway on account CPU limits"),

  // Authority.
  /** Authorization exception. */
  AUTHORIZATION(3090000, "authorization_exception", "Authorization exception"),
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
  /** Insufficient delay. */
  INSUFFICIENT_DELAY(3090006, "insufficient_delay_exception", "Insufficient delay"),
  /** A permission name may not be used. */
  INVALID_PERMISSION(3090007, "invalid_permission", "Invalid Permission"),
  /** The action may not be linked to another permission. */
  UNLINKABLE_ACTION(
      3090008,
      "unlinkable_min_permission_action",
      "The action is not allowed to be linked with minimum permission"),
  /** The parent permission is invalid. */
  INVALID_PARENT_PERMISSION(
      3090009, "invalid_parent_permission", "The parent permission is invalid"),

  // Miscellany.
  /** Miscellaneous exception. */
  MISC(3100000, "misc_exception", "Miscellaneous exception"),
  /** Internal state is no longer consistent. */
  RATE_LIMITING_STATE_INCONSISTENT(
      3100001, "rate_limiting_state_inconsistent", "Internal state is no longer consistent"),
  /** A block or its transactions are not known. */
  UNKNOWN_BLOCK(3100002, "unknown_block_exception", "Unknown block"),
  /** Unknown transaction. */
  UNKNOWN_TRANSACTION(3100003, "unknown_transaction_exception", "Unknown transaction"),
  /** Corrupted reversible block database was fixed. */
  FIXED_REVERSIBLE_DB(
      3100004, "fixed_reversible_db_exception", "Corrupted reversible block database was fixed"),
  /** Extracted genesis state from blocks.log. */
  EXTRACT_GENESIS_STATE(
      3100005, "extract_genesis_state_exception", "Extracted genesis state from blocks.log"),
  /** Subjective exception thrown during block production. */
  SUBJECTIVE_BLOCK_PRODUCTION(
      3100006,
      "subjective_block_production_exception",
      "Subjective exception thrown during block production"),
  /** Multiple voter info detected. */
  MULTIPLE_VOTER_INFO(3100007, "multiple_voter_info", "Multiple voter info detected"),
  /** Feature is currently unsupported. */
  UNSUPPORTED_FEATURE(3100008, "unsupported_feature", "Feature is currently unsupported"),
  /** Node management operation successfully executed. */
  NODE_MANAGEMENT_SUCCESS(
      3100009, "node_management_success", "Node management operation successfully executed"),
  /** JSON parse exception. */
  JSON_PARSE(3100010, "json_parse_exception", "JSON parse exception"),
  /** Variable length component of signature too large. */
  SIG_VARIABLE_SIZE_LIMIT(
      3100011,
      "sig_variable_size_limit_exception",
      "Variable length component of signature too large"),

  // Plugins of a node.
  /** Plugin exception. */
  PLUGIN(3110000, "plugin_exception", "Plugin exception"),
  /** Missing Chain API Plugin. */
  MISSING_CHAIN_API_PLUGIN(
      3110001, "missing_chain_api_plugin_exception", "Missing Chain API Plugin"),
  /** Missing Wallet API Plugin. */
  MISSING_WALLET_API_PLUGIN(
      3110002, "missing_wallet_api_plugin_exception", "Missing Wallet API Plugin"),
  /** Missing History API Plugin. */
  MISSING_HISTORY_API_PLUGIN(
      3110003, "missing_history_api_plugin_exception", "Missing History API Plugin"),
  /** Missing Net API Plugin. */
  MISSING_NET_API_PLUGIN(3110004, "missing_net_api_plugin_exception", "Missing Net API Plugin"),
  /** Missing Chain Plugin. */
  MISSING_CHAIN_PLUGIN(3110005, "missing_chain_plugin_exception", "Missing Chain Plugin"),
  /** Incorrect plugin configuration. */
  PLUGIN_CONFIG(3110006, "plugin_config_exception", "Incorrect plugin configuration"),
  /** Missing Trace API Plugin. */
  MISSING_TRACE_API_PLUGIN(
      3110007, "missing_trace_api_plugin_exception", "Missing Trace API Plugin"),

  // Wallets.
  /** Wallet exception. */
  WALLET(3120000, "wallet_exception", "Wallet exception"),
  /** Wallet already exists. */
  WALLET_EXIST(3120001, "wallet_exist_exception", "Wallet already exists"),
  /** Nonexistent wallet. */
  WALLET_NONEXISTENT(3120002, "wallet_nonexistent_exception", "Nonexistent wallet"),
  /** Locked wallet. */
  WALLET_LOCKED(3120003, "wallet_locked_exception", "Locked wallet"),
  /** Missing public key. */
  WALLET_MISSING_PUB_KEY(3120004, "wallet_missing_pub_key_exception", "Missing public key"),
  /** Invalid wallet password. */
  WALLET_INVALID_PASSWORD(3120005, "wallet_invalid_password_exception", "Invalid wallet password"),
  /** No available wallet. */
  WALLET_NOT_AVAILABLE(3120006, "wallet_not_available_exception", "No available wallet"),
  /** Already unlocked. */
  WALLET_UNLOCKED(3120007, "wallet_unlocked_exception", "Already unlocked"),
  /** Key already exists. */
  KEY_EXIST(3120008, "key_exist_exception", "Key already exists"),
  /** Nonexistent key. */
  KEY_NONEXISTENT(3120009, "key_nonexistent_exception", "Nonexistent key"),
  /** Unsupported key type. */
  UNSUPPORTED_KEY_TYPE(3120010, "unsupported_key_type_exception", "Unsupported key type"),
  /** Wallet lock timeout is invalid. */
  INVALID_LOCK_TIMEOUT(3120011, "invalid_lock_timeout_exception", "Wallet lock timeout is invalid"),
  /** Secure Enclave Exception. */
  SECURE_ENCLAVE(3120012, "secure_enclave_exception", "Secure Enclave Exception"),

  // Lists of what a node accepts.
  /** Actor or contract whitelist/blacklist exception. */
  WHITELIST_BLACKLIST(
      3130000, "whitelist_blacklist_exception", "Actor or contract whitelist/blacklist exception"),
  /** Authorizing actor of transaction is not on the whitelist. */
  ACTOR_WHITELIST(
      3130001,
      "actor_whitelist_exception",
      "Authorizing actor of transaction is not on the whitelist"),
  /** Authorizing actor of transaction is on the blacklist. */
  ACTOR_BLACKLIST(
      3130002, "actor_blacklist_exception", "Authorizing actor of transaction is on the blacklist"),
  /** Contract to execute is not on the whitelist. */
  CONTRACT_WHITELIST(
      3130003, "contract_whitelist_exception", "Contract to execute is not on the whitelist"),
  /** Contract to execute is on the blacklist. */
  CONTRACT_BLACKLIST(
      3130004, "contract_blacklist_exception", "Contract to execute is on the blacklist"),
  /** Action to execute is on the blacklist. */
  ACTION_BLACKLIST(3130005, "action_blacklist_exception", "Action to execute is on the blacklist"),
  /** Public key in authority is on the blacklist. */
  KEY_BLACKLIST(3130006, "key_blacklist_exception", "Public key in authority is on the blacklist"),

  // Signals of a node.
  /** Exceptions that are allowed to bubble out of emit calls in controller. */
  CONTROLLER_EMIT_SIGNAL(
      3140000,
      "controller_emit_signal_exception",
      "Exceptions that are allowed to bubble out of emit calls in controller"),
  /** Block does not match checkpoint. */
  CHECKPOINT(3140001, "checkpoint_exception", "Block does not match checkpoint"),
  /** State history write error. */
  STATE_HISTORY_WRITE(3140002, "state_history_write_exception", "State history write error"),

  // Contracts and their tables.
  /** An account has no contract that the catalogue knows. */
  CONTRACT(3160000, "contract_exception", "Contract exception"),
  /** The payer of the table data is invalid. */
  INVALID_TABLE_PAYER(3160001, "invalid_table_payer", "The payer of the table data is invalid"),
  /** Table access violation. */
  TABLE_ACCESS_VIOLATION(3160002, "table_access_violation", "Table access violation"),
  /** Invalid table iterator. */
  INVALID_TABLE_ITERATOR(3160003, "invalid_table_iterator", "Invalid table iterator"),
  /** Table can not be found inside the cache. */
  TABLE_NOT_IN_CACHE(3160004, "table_not_in_cache", "Table can not be found inside the cache"),
  /** The table operation is not allowed. */
  TABLE_OPERATION_NOT_PERMITTED(
      3160005, "table_operation_not_permitted", "The table operation is not allowed"),
  /** Invalid contract vm type. */
  INVALID_CONTRACT_VM_TYPE(3160006, "invalid_contract_vm_type", "Invalid contract vm type"),
  /** Invalid contract vm version. */
  INVALID_CONTRACT_VM_VERSION(
      3160007, "invalid_contract_vm_version", "Invalid contract vm version"),
  /** Contract is already running this version of code. */
  SET_EXACT_CODE(3160008, "set_exact_code", "Contract is already running this version of code"),
  /** No wasm file found. */
  WASM_FILE_NOT_FOUND(3160009, "wasm_file_not_found", "No wasm file found"),
  /** No abi file found. */
  ABI_FILE_NOT_FOUND(3160010, "abi_file_not_found", "No abi file found"),
  /** Unknown wasm_config version. */
  WASM_CONFIG_UNKNOWN_VERSION(
      3160015, "wasm_config_unknown_version", "Unknown wasm_config version"),
  /** Parsing config error. */
  CONFIG_PARSE_ERROR(3160016, "config_parse_error", "Parsing config error"),

  // Producers.
  /** Producer exception. */
  PRODUCER(3170000, "producer_exception", "Producer exception"),
  /** Producer private key is not available. */
  PRODUCER_PRIV_KEY_NOT_FOUND(
      3170001, "producer_priv_key_not_found", "Producer private key is not available"),
  /** Pending block state is missing. */
  MISSING_PENDING_BLOCK_STATE(
      3170002, "missing_pending_block_state", "Pending block state is missing"),
  /** Producer is double confirming known range. */
  PRODUCER_DOUBLE_CONFIRM(
      3170003, "producer_double_confirm", "Producer is double confirming known range"),
  /** Producer schedule exception. */
  PRODUCER_SCHEDULE(3170004, "producer_schedule_exception", "Producer schedule exception"),
  /** The producer is not part of current schedule. */
  PRODUCER_NOT_IN_SCHEDULE(
      3170006, "producer_not_in_schedule", "The producer is not part of current schedule"),
  /** The configured snapshot directory does not exist. */
  SNAPSHOT_DIRECTORY_NOT_FOUND(
      3170007,
      "snapshot_directory_not_found_exception",
      "The configured snapshot directory does not exist"),
  /** The requested snapshot already exists. */
  SNAPSHOT_EXISTS(3170008, "snapshot_exists_exception", "The requested snapshot already exists"),
  /** Snapshot Finalization Exception. */
  SNAPSHOT_FINALIZATION(
      3170009, "snapshot_finalization_exception", "Snapshot Finalization Exception"),
  /** The protocol features to be activated were not valid. */
  INVALID_PROTOCOL_FEATURES_TO_ACTIVATE(
      3170010,
      "invalid_protocol_features_to_activate",
      "The protocol features to be activated were not valid"),
  /** The signer returned no valid block signatures. */
  NO_BLOCK_SIGNATURES(
      3170011, "no_block_signatures", "The signer returned no valid block signatures"),
  /** The signer returned multiple signatures but that is not supported. */
  UNSUPPORTED_MULTIPLE_BLOCK_SIGNATURES(
      3170012,
      "unsupported_multiple_block_signatures",
      "The signer returned multiple signatures but that is not supported"),
  /** Snapshot has been already scheduled with specified parameters. */
  DUPLICATE_SNAPSHOT_REQUEST(
      3170013,
      "duplicate_snapshot_request",
      "Snapshot has been already scheduled with specified parameters"),
  /** Snapshot request not found. */
  SNAPSHOT_REQUEST_NOT_FOUND(3170014, "snapshot_request_not_found", "Snapshot request not found"),
  /** Invalid snapshot request. */
  INVALID_SNAPSHOT_REQUEST(3170015, "invalid_snapshot_request", "Invalid snapshot request"),
  /** Snapshot execution exception. */
  SNAPSHOT_EXECUTION(3170016, "snapshot_execution_exception", "Snapshot execution exception"),

  // Reversible blocks.
  /** Reversible Blocks exception. */
  REVERSIBLE_BLOCKS(3180000, "reversible_blocks_exception", "Reversible Blocks exception"),
  /** Invalid reversible blocks directory. */
  INVALID_REVERSIBLE_BLOCKS_DIR(
      3180001, "invalid_reversible_blocks_dir", "Invalid reversible blocks directory"),
  /** Backup directory for reversible blocks already existg. */
  REVERSIBLE_BLOCKS_BACKUP_DIR_EXIST(
      3180002,
      "reversible_blocks_backup_dir_exist",
      "Backup directory for reversible blocks already existg"),
  /** Gap in the reversible blocks database. */
  GAP_IN_REVERSIBLE_BLOCKS_DB(
      3180003, "gap_in_reversible_blocks_db", "Gap in the reversible blocks database"),

  // Block log.
  /** Block log exception. */
  BLOCK_LOG(3190000, "block_log_exception", "Block log exception"),
  /** Unsupported version of block log. */
  BLOCK_LOG_UNSUPPORTED_VERSION(
      3190001, "block_log_unsupported_version", "unsupported version of block log"),
  /** Fail to append block to the block log. */
  BLOCK_LOG_APPEND_FAIL(3190002, "block_log_append_fail", "fail to append block to the block log"),
  /** Block log can not be found. */
  BLOCK_LOG_NOT_FOUND(3190003, "block_log_not_found", "block log can not be found"),
  /** Block log backup dir already exists. */
  BLOCK_LOG_BACKUP_DIR_EXIST(
      3190004, "block_log_backup_dir_exist", "block log backup dir already exists"),
  /** Block index can not be found. */
  BLOCK_INDEX_NOT_FOUND(3190005, "block_index_not_found", "block index can not be found"),

  // HTTP.
  /** Http exception. */
  HTTP(3200000, "http_exception", "http exception"),
  /** Invalid http client root certificate. */
  INVALID_HTTP_CLIENT_ROOT_CERT(
      3200001, "invalid_http_client_root_cert", "invalid http client root certificate"),
  /** Invalid http response. */
  INVALID_HTTP_RESPONSE(3200002, "invalid_http_response", "invalid http response"),
  /** Service resolved to multiple ports. */
  RESOLVED_TO_MULTIPLE_PORTS(
      3200003, "resolved_to_multiple_ports", "service resolved to multiple ports"),
  /** Fail to resolve host. */
  FAIL_TO_RESOLVE_HOST(3200004, "fail_to_resolve_host", "fail to resolve host"),
  /** Http request fail. */
  HTTP_REQUEST_FAIL(3200005, "http_request_fail", "http request fail"),
  /** Invalid http request. */
  INVALID_HTTP_REQUEST(3200006, "invalid_http_request", "invalid http request"),

  // Limits.
  /** Resource limit exception. */
  RESOURCE_LIMIT(3210000, "resource_limit_exception", "Resource limit exception"),

  // Calls of contracts.
  /** Contract API exception. */
  CONTRACT_API(3230000, "contract_api_exception", "Contract API exception"),
  /** Crypto API Exception. */
  CRYPTO_API(3230001, "crypto_api_exception", "Crypto API Exception"),
  /** Database API Exception. */
  DB_API(3230002, "db_api_exception", "Database API Exception"),
  /** Arithmetic Exception. */
  ARITHMETIC(3230003, "arithmetic_exception", "Arithmetic Exception"),

  // Snapshots.
  /** Snapshot exception. */
  SNAPSHOT(3240000, "snapshot_exception", "Snapshot exception"),
  /** Snapshot Validation Exception. */
  SNAPSHOT_VALIDATION(3240001, "snapshot_validation_exception", "Snapshot Validation Exception"),

  // Protocol features.
  /** Protocol feature exception. */
  PROTOCOL_FEATURE(3250000, "protocol_feature_exception", "Protocol feature exception"),
  /** Protocol feature validation exception. */
  PROTOCOL_FEATURE_VALIDATION(
      3250001, "protocol_feature_validation_exception", "Protocol feature validation exception"),
  /** Protocol feature exception (invalid block). */
  PROTOCOL_FEATURE_BAD_BLOCK(
      3250002,
      "protocol_feature_bad_block_exception",
      "Protocol feature exception (invalid block)"),
  /** Protocol feature iterator exception. */
  PROTOCOL_FEATURE_ITERATOR(
      3250003, "protocol_feature_iterator_exception", "Protocol feature iterator exception");

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

  /**
   * Whether the error is that of an authority that is missing or not needed.
   *
   * @return true for the family 3090000
   */
  public boolean isAuthorization() {
    return code / 10_000 == AUTHORIZATION.code / 10_000;
  }
}
