package io.github.coopj.samples.year.data;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.governance.fund.ContributionKind;
import io.github.coopj.governance.program.Programme;
import java.time.LocalDate;

/**
 * One contribution (взнос) as the cooperative's bank statement gives it.
 *
 * @param line line of the file, from 1
 * @param date day of the payment, in the zone of the cooperative
 * @param account account of the member who paid
 * @param kind what it was paid for
 * @param programme number of the target programme; {@link Programme#ADMISSION_ID} for entrance and minimal share
 * @param amount more than nothing
 * @param reference number of the payment, not repeated in the file
 */
public record ContributionRow(
    long line,
    LocalDate date,
    Name account,
    ContributionKind kind,
    long programme,
    Asset amount,
    String reference) {}
