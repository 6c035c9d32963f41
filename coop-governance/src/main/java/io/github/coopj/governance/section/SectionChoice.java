package io.github.coopj.governance.section;

import io.github.coopj.governance.document.DocumentSignature;

/**
 * A choice of a section with its member's signature: the proof of the chairman's powers (KU-11).
 *
 * @param clause the clause
 * @param signature signature over {@link DelegationClause#digest}
 */
public record SectionChoice(DelegationClause clause, DocumentSignature signature) {}
