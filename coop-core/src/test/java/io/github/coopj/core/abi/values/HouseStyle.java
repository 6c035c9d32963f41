package io.github.coopj.core.abi.values;

import io.github.coopj.InvalidValueException;
import org.immutables.value.Value;

/** Generated classes stay in their package; what is missing or refused is an InvalidValueException. */
@Value.Style(
    jdkOnly = true,
    overshadowImplementation = true,
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    throwForInvalidImmutableState = InvalidValueException.class)
@interface HouseStyle {}
