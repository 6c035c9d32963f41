package io.github.coopj.core.abi.values;

import io.github.coopj.core.abi.AbiType;

/** Attributes that several values share. */
interface Row {
  @AbiType("uint64")
  long id();
}
