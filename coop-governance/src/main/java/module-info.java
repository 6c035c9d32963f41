/** Pure rules of a cooperative: people, bodies, meetings, programmes, funds, documents. */
module io.github.coopj.governance {
  requires static transitive org.jspecify;
  requires transitive io.github.coopj.core;
  requires com.ibm.icu;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports io.github.coopj.governance.act;
  exports io.github.coopj.governance.agenda;
  exports io.github.coopj.governance.aid;
  exports io.github.coopj.governance.appeal;
  exports io.github.coopj.governance.audit;
  exports io.github.coopj.governance.board;
  exports io.github.coopj.governance.body;
  exports io.github.coopj.governance.budget;
  exports io.github.coopj.governance.charter;
  exports io.github.coopj.governance.confidential;
  exports io.github.coopj.governance.council;
  exports io.github.coopj.governance.document;
  exports io.github.coopj.governance.duty;
  exports io.github.coopj.governance.fund;
  exports io.github.coopj.governance.ledger;
  exports io.github.coopj.governance.matter;
  exports io.github.coopj.governance.meeting;
  exports io.github.coopj.governance.membership;
  exports io.github.coopj.governance.network;
  exports io.github.coopj.governance.notice;
  exports io.github.coopj.governance.order;
  exports io.github.coopj.governance.person;
  exports io.github.coopj.governance.program;
  exports io.github.coopj.governance.proxy;
  exports io.github.coopj.governance.regulation;
  exports io.github.coopj.governance.representation;
  exports io.github.coopj.governance.secret;
  exports io.github.coopj.governance.section;
  exports io.github.coopj.governance.share;
  exports io.github.coopj.governance.task;
  exports io.github.coopj.governance;
}
