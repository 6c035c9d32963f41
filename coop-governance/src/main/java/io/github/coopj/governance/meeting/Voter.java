package io.github.coopj.governance.meeting;

import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.person.PersonKind;

/**
 * A member as a roll needs it. A person who is a member as an individual and again as a sole proprietor is one voter
 * (ORG-04): both memberships have the same key.
 *
 * @param account account of the member
 * @param kind kind of person
 * @param key key of the voter; {@link Checksum256#ZERO} for a member who was never verified, who stands for himself until
 *     he is
 */
public record Voter(Name account, PersonKind kind, Checksum256 key) {}
