/**
 * What the ledger holds, for people and programs outside: tables as CSV and XLSX, journals in the plain text of hledger and
 * beancount, so that another program can check the books.
 *
 * <p>Amounts are written exactly. Text that came from outside is made harmless for the program that reads it.
 */
@NullMarked
package io.github.coopj.export;

import org.jspecify.annotations.NullMarked;
