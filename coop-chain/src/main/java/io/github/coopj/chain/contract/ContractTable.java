package io.github.coopj.chain.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Publishes a table of a {@link JavaContract} in its ABI. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ContractTable.List.class)
public @interface ContractTable {
  /**
   * Name of the table.
   *
   * @return a chain name
   */
  String name();

  /**
   * Record of a row.
   *
   * @return the record class
   */
  Class<? extends Record> row();

  /**
   * Secondary indexes.
   *
   * @return in the order in which the contract names them by {@link Table#with}, none unless said
   */
  Index[] indexes() default {};

  /** A secondary index, as the ABI tells it. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface Index {
    /**
     * Name of the index.
     *
     * @return a chain name
     */
    String name();

    /**
     * Kind of its keys.
     *
     * @return the kind
     */
    IndexType type();
  }

  /** Several tables. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /**
     * The tables.
     *
     * @return in the order they are written
     */
    ContractTable[] value();
  }
}
