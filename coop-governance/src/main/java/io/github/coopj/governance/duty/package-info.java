/**
 * What the bodies of a cooperative owe at a moment: due, overdue, and since when.
 *
 * <p>Duties are worked out from the charter and the record alone, each time anew; nothing is stored and no clock is asked.
 */
@NullMarked
package io.github.coopj.governance.duty;

import org.jspecify.annotations.NullMarked;
