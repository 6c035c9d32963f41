/** Books of a cooperative for other programs: CSV, XLSX, hledger and beancount journals. */
module io.github.coopj.export {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.governance;
  requires org.apache.commons.csv;
  requires org.dhatim.fastexcel;

  exports io.github.coopj.export;
}
