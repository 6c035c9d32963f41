/**
 * People and organizations: what identifies them, their verification (верификация) and the digests that stand for them
 * where personal data must not go.
 *
 * <p>Nothing here belongs on a chain except the digests, {@link io.github.coopj.governance.person.IdentityClaim} and {@link
 * io.github.coopj.governance.person.Verification}.
 */
@NullMarked
package io.github.coopj.governance.person;

import org.jspecify.annotations.NullMarked;
