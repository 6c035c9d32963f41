/**
 * Cooperative sections (кооперативные участки): founding, who belongs to which, meetings with a quorum of their own, chairmen
 * and the papers their powers rest on.
 *
 * <p>Pure rules without clock or IO; a refused move changes nothing. Start at {@link
 * io.github.coopj.governance.section.Section}.
 */
@NullMarked
package io.github.coopj.governance.section;

import org.jspecify.annotations.NullMarked;
