/** Value interfaces as an application would write them, implemented by Immutables when the tests are compiled. */
@NullMarked
package io.github.coopj.core.abi.values;

import org.jspecify.annotations.NullMarked;
