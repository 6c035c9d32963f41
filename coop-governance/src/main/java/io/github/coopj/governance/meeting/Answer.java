package io.github.coopj.governance.meeting;

/**
 * The answer to one item of the agenda.
 *
 * @param item number of the item
 * @param choice for, against or abstained
 */
public record Answer(int item, Choice choice) {}
