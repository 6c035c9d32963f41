package io.github.coopj.governance.notice;

import io.github.coopj.core.time.TimePointSec;
import io.github.coopj.governance.document.DocumentSignature;

/**
 * The last reaction of a member with his signature, as it is stored.
 *
 * @param paper what he signed
 * @param at when it was taken
 * @param signature his signature under it
 */
public record SignedReaction(ReactionPaper paper, TimePointSec at, DocumentSignature signature) {}
