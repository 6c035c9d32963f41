@NullMarked
package io.github.coopj.governance.ledger;

import org.jspecify.annotations.NullMarked;
