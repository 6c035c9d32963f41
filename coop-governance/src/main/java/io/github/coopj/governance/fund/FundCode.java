package io.github.coopj.governance.fund;

import io.github.coopj.core.name.Name;
import io.github.coopj.governance.charter.CharterFund;

/** The funds of a cooperative. All but the share fund are formed from membership contributions (FUND-14). */
public enum FundCode {
  /** Share fund (паевой фонд): share contributions, owed back to members (FUND-01, FUND-12). */
  SHARE("share", "Паевой фонд"),
  /** Indivisible fund (неделимый фонд): also all entrance contributions (FUND-03). */
  INDIVISIBLE("indivisible", "Неделимый фонд"),
  /** Reserve fund (резервный фонд): unforeseen expenses and losses. */
  RESERVE("reserve", "Резервный фонд"),
  /** Development fund (фонд развития потребкооперации): projects for growth. */
  DEVELOPMENT("development", "Фонд развития потребкооперации"),
  /** Mutual aid fund (фонд социально-экономической взаимопомощи): support in hard circumstances. */
  MUTUAL_AID("mutualaid", "Фонд социально-экономической взаимопомощи"),
  /** Operations fund (фонд обеспечения хозяйственной деятельности): current costs. */
  OPERATIONS("operations", "Фонд обеспечения хозяйственной деятельности");

  private final long code;
  private final String russianTitle;

  FundCode(String code, String russianTitle) {
    this.code = Name.of(code).value();
    this.russianTitle = russianTitle;
  }

  /**
   * Code in a chart of accounts.
   *
   * @return such as {@code reserve}
   */
  public Name code() {
    return new Name(code);
  }

  /**
   * Title in documents.
   *
   * @return Russian title
   */
  public String russianTitle() {
    return russianTitle;
  }

  /**
   * The fund that the charter calls so.
   *
   * @param fund fund of the charter
   * @return the same fund
   */
  public static FundCode of(CharterFund fund) {
    return valueOf(fund.name());
  }
}
