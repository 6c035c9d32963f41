/** What readers of files in this room share; not for anybody else. */
@NullMarked
package io.github.coopj.governance.internal;

import org.jspecify.annotations.NullMarked;
