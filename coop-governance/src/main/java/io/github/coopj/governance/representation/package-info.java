/**
 * The meeting of authorised representatives (собрание уполномоченных): when it decides in place of all members, who is on its
 * roll, how a representative is bound by his section, and what stays with all members.
 *
 * <p>Pure rules without clock or IO; a refused move changes nothing. Start at {@link
 * io.github.coopj.governance.representation.AssemblyMode}.
 */
@NullMarked
package io.github.coopj.governance.representation;

import org.jspecify.annotations.NullMarked;
