package io.github.coopj.governance.board;

import io.github.coopj.governance.body.Vote;

/**
 * What a member of the Board signs to vote.
 *
 * @param question the question
 * @param vote how he votes
 */
public record BoardVoteContent(BoardQuestion question, Vote vote) {}
