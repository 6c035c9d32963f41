/**
 * The input of the sample year: members and contributions as CSV that a person may replace, and the generator of the
 * files that come with the sample.
 *
 * <p>A bad row is reported with its file, line, field and reason; hostile input costs bounded memory. {@link
 * io.github.coopj.samples.year.data.MembersFile} and {@link io.github.coopj.samples.year.data.ContributionsFile} are
 * the entries.
 */
@NullMarked
package io.github.coopj.samples.year.data;

import org.jspecify.annotations.NullMarked;
