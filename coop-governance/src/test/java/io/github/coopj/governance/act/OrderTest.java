package io.github.coopj.governance.act;

import static io.github.coopj.governance.Refusals.assertRefused;
import static io.github.coopj.governance.act.Executives.BOARD_HEAD;
import static io.github.coopj.governance.act.Executives.COOP;
import static io.github.coopj.governance.act.Executives.board;
import static io.github.coopj.governance.act.Executives.powers;
import static io.github.coopj.governance.council.Councils.CHAIRMAN;
import static io.github.coopj.governance.council.Councils.NOW;
import static io.github.coopj.governance.council.Councils.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.Charter;
import io.github.coopj.governance.charter.CharterFixtures;
import io.github.coopj.governance.council.Councils;
import io.github.coopj.governance.document.DocumentSignature;
import io.github.coopj.governance.meeting.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Charter COMMERCE =
      CharterFixtures.platform("board.commercialActivity", "true");
  private static final Checksum256 TEXT = Fixtures.paper("order");
  private static final Name WORKER = Name.of("worker");
  private final Map<Name, Employment> rows = new TreeMap<>();

  private static Officers officers(Charter charter) {
    return Executives.officers(
        charter,
        board(2),
        powers("0.00 RUB", ActKind.HIRE, ActKind.DISMISS, ActKind.PAY_RULES, ActKind.ORDER));
  }

  private static OrderText text(long id, ActKind kind, Name... addressees) {
    return new OrderText(COOP, id, kind, List.of(addressees), TEXT);
  }

  private Order issue(OrderText text, Name issuer, Officers officers, Instant at) {
    return Order.issue(
        text,
        DocumentSignature.sign(Fixtures.key(issuer), issuer, text.digest(), at),
        officers,
        this::find,
        Fixtures.KEYS,
        at);
  }

  private Optional<Employment> find(Name account) {
    return Optional.ofNullable(rows.get(account));
  }

  private Order apply(OrderText text, Instant at) {
    Order order = issue(text, BOARD_HEAD, officers(COMMERCE), at);
    order.changes(this::find).forEach(row -> rows.put(row.account(), row));
    return order;
  }

  @Test
  @Tag("BCHAIR-07")
  @Tag("BOARD-12")
  void orders_hireAndDismiss_whileThereIsCommerce() {
    Order hire = apply(text(1, ActKind.HIRE, WORKER), NOW);
    assertThat(hire.issuer()).isEqualTo(BOARD_HEAD);
    assertThat(hire.body()).isEqualTo(Office.Body.BOARD);
    assertThat(find(WORKER).orElseThrow().isInForce(NOW.minusSeconds(1))).isFalse();
    assertThat(find(WORKER).orElseThrow().isInForce(NOW)).isTrue();
    assertRefused(
        Reason.ALREADY_EMPLOYED,
        "ALREADY_EMPLOYED account=worker",
        () -> apply(text(2, ActKind.HIRE, WORKER), NOW));
    apply(text(3, ActKind.PAY_RULES), NOW);
    apply(text(4, ActKind.DISMISS, WORKER), NOW.plusSeconds(10));
    assertThat(find(WORKER).orElseThrow().isInForce(NOW.plusSeconds(9))).isTrue();
    assertThat(find(WORKER).orElseThrow().isInForce(NOW.plusSeconds(10))).isFalse();
    assertRefused(
        () -> apply(text(5, ActKind.DISMISS, WORKER), NOW.plusSeconds(11)), Reason.NOT_AN_EMPLOYEE);
    apply(text(6, ActKind.HIRE, WORKER), NOW.plusSeconds(12));
    assertThat(RecordCodec.of(Order.class).decode(RecordCodec.of(Order.class).encode(hire)))
        .isEqualTo(hire);
    for (ActKind kind : List.of(ActKind.HIRE, ActKind.DISMISS, ActKind.PAY_RULES)) {
      Name[] to = kind == ActKind.PAY_RULES ? new Name[0] : new Name[] {WORKER};
      assertRefused(
          Reason.NO_COMMERCE,
          "NO_COMMERCE act=" + kind,
          () -> issue(text(7, kind, to), BOARD_HEAD, officers(Executives.CHARTER), NOW));
    }
  }

  @Test
  @Tag("BCHAIR-04")
  void orders_bindEmployees_andNobodyElse() {
    apply(text(1, ActKind.HIRE, WORKER), NOW);
    Order order = apply(text(2, ActKind.ORDER, WORKER), NOW);
    assertThat(order.changes(this::find)).isEmpty();
    assertRefused(
        Reason.NOT_AN_EMPLOYEE,
        "NOT_AN_EMPLOYEE account=memberc",
        () -> apply(text(3, ActKind.ORDER, WORKER, member(2)), NOW));
    assertRefused(
        Reason.NO_AUTHORITY,
        "NO_AUTHORITY account=membera act=ORDER",
        () -> issue(text(3, ActKind.ORDER, WORKER), CHAIRMAN, officers(COMMERCE), NOW));
    Officers limited =
        Executives.officers(COMMERCE, board(2), powers("0.00 RUB", ActKind.REPRESENT));
    Officers unregulated = new Officers(
        COMMERCE,
        Councils.of(3),
        Optional.of(board(2)),
        Optional.empty(),
        Optional.of(powers("0.00 RUB", ActKind.ORDER)));
    assertRefused(
        () -> issue(text(3, ActKind.ORDER, WORKER), BOARD_HEAD, unregulated, NOW),
        Reason.NO_BOARD_REGULATION);
    assertRefused(
        () -> issue(text(3, ActKind.ORDER, WORKER), BOARD_HEAD, limited, NOW),
        Reason.OUTSIDE_POWERS);
    OrderText text = text(3, ActKind.ORDER, WORKER);
    assertRefused(
        () -> Order.issue(
            text,
            DocumentSignature.sign(Fixtures.key(WORKER), BOARD_HEAD, text.digest(), NOW),
            officers(COMMERCE),
            this::find,
            Fixtures.KEYS,
            NOW),
        Reason.SIGNATURE_FORGED);
  }

  @Test
  @Tag("COUNCIL-09")
  void orders_areTheChairmansOfTheCouncil_withoutABoard() {
    Officers alone = new Officers(COMMERCE, Councils.of(3));
    assertThat(issue(text(1, ActKind.HIRE, WORKER), CHAIRMAN, alone, NOW).body())
        .isEqualTo(Office.Body.COUNCIL);
    assertThat(alone.executiveHead(NOW)).isEqualTo(CHAIRMAN);
    assertThat(officers(COMMERCE).executiveHead(NOW)).isEqualTo(BOARD_HEAD);
    assertRefused(
        Reason.NOBODY_IN_CHAIR,
        "NOBODY_IN_CHAIR cooperative=rassvet",
        () -> alone.executiveHead(NOW.minusSeconds(1)));
  }

  @Test
  void text_refusesContradictions() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(1, ActKind.PAYMENT, WORKER));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> text(1, ActKind.HIRE));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(1, ActKind.ORDER, WORKER, WORKER));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> text(0, ActKind.ORDER, WORKER));
  }
}
