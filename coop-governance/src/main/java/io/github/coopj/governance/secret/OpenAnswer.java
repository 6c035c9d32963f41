package io.github.coopj.governance.secret;

import io.github.coopj.governance.charter.AnswerOption;

/**
 * An open answer of a ballot document that has a secret part as well.
 *
 * @param item number of the item
 * @param choice the option taken
 */
public record OpenAnswer(int item, AnswerOption choice) {}
