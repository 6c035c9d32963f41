/** Tests of what the bodies of a cooperative owe. */
@NullMarked
package io.github.coopj.governance.duty;

import org.jspecify.annotations.NullMarked;
