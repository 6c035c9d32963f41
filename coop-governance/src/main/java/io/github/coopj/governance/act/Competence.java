package io.github.coopj.governance.act;

import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.crypto.Checksum256;
import io.github.coopj.governance.GovernanceException;
import io.github.coopj.governance.Reason;
import io.github.coopj.governance.board.Board;
import io.github.coopj.governance.board.BoardPowers;
import io.github.coopj.governance.body.ActKind;
import io.github.coopj.governance.body.Mandate;
import io.github.coopj.governance.body.Office;
import io.github.coopj.governance.charter.ChairmanAct;
import io.github.coopj.governance.charter.ChairmanPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may act for the cooperative without a power of attorney: the Chairman of the Council within the charter, the chairman
 * of the Board within the powers the Council has given (CHAIR-02, CHAIR-03, COUNCIL-19, BCHAIR-03).
 *
 * <p>A deputy acts in the Chairman's place; a temporary acting chairman does not act outward (CHAIR-14). Without a Board its
 * duties are the Council's, so its Chairman directs operations, units and staff (COUNCIL-09).
 */
public final class Competence {
  private final Officers officers;

  /**
   * The competence of the officers.
   *
   * @param officers who they are, and by which rules
   */
  public Competence(Officers officers) {
    this.officers = officers;
  }

  /**
   * Refuses an act that the officer may not do alone.
   *
   * @param text the act
   * @param now the moment
   * @return what allows it
   * @throws GovernanceException OTHER_COOPERATIVE, NO_BOARD_REGULATION (BOARD-01), NO_AUTHORITY, NO_COMMERCE, NEEDS_DECISION for what is not in the
   *     estimate, OUTSIDE_COMPETENCE and OVER_LIMIT for the Chairman of the Council, RESERVED_FOR_BOARD, OUTSIDE_POWERS and
   *     OVER_BODY_LIMIT for the chairman of the Board, WRONG_CURRENCY
   */
  public Authority require(ActText text, Instant now) {
    Mandate mandate = requireHead(text, now);
    if (text.kind() == ActKind.OFF_BUDGET) {
      throw new GovernanceException(Reason.NEEDS_DECISION, "act", text.kind());
    }
    if (text.kind().isStaff() && !officers.charter().board().commercialActivity()) {
      throw new GovernanceException(Reason.NO_COMMERCE, "act", text.kind());
    }
    return text.body() == Office.Body.BOARD
        ? requireOfBoard(text, mandate, now)
        : requireOfCouncil(text, mandate, now);
  }

  /**
   * Refuses whoever does not head the body he acts for.
   *
   * @param text the act
   * @param now the moment
   * @return his mandate
   * @throws GovernanceException OTHER_COOPERATIVE, NO_BOARD_REGULATION, NO_AUTHORITY
   */
  Mandate requireHead(ActText text, Instant now) {
    Name cooperative = officers.charter().account();
    if (!text.cooperative().equals(cooperative)) {
      throw new GovernanceException(
          Reason.OTHER_COOPERATIVE, "cooperative", cooperative, "addressed", text.cooperative());
    }
    if (text.body() == Office.Body.BOARD && !officers.isBoardRegulated(now)) {
      throw new GovernanceException(Reason.NO_BOARD_REGULATION, "cooperative", cooperative);
    }
    return head(text.body(), now)
        .filter(mandate -> mandate.holder().equals(text.actor()))
        .orElseThrow(() -> new GovernanceException(
            Reason.NO_AUTHORITY, "account", text.actor(), "act", text.kind()));
  }

  private Authority requireOfCouncil(ActText text, Mandate mandate, Instant now) {
    ActKind kind = text.kind();
    ChairmanPolicy policy = officers.charter().chairman();
    Asset limit = policy.spendingLimit();
    Optional<Asset> amount = text.amount();
    if (amount.filter(cost -> !cost.symbol().equals(limit.symbol())).isPresent()) {
      throw new GovernanceException(
          Reason.WRONG_CURRENCY, "amount", amount.get(), "currency", limit.symbol());
    }
    if (isReserved(kind, now)) {
      throw new GovernanceException(Reason.RESERVED_FOR_BOARD, "act", kind);
    }
    if (kind.chairman().isPresent()) {
      ChairmanAct act = kind.chairman().get();
      amount.ifPresentOrElse(
          cost -> policy.requireCompetent(act, cost), () -> policy.requireCompetent(act));
    } else if (executive(now) == Office.Body.BOARD) {
      throw new GovernanceException(Reason.OUTSIDE_COMPETENCE, "act", kind);
    } else if (amount.filter(cost -> cost.amount() > limit.amount()).isPresent()) {
      throw new GovernanceException(Reason.OVER_LIMIT, "amount", amount.get(), "limit", limit);
    }
    return authority(text, mandate, limit, officers.charter().digest());
  }

  private Authority requireOfBoard(ActText text, Mandate mandate, Instant now) {
    BoardPowers powers = requirePowers(text, now);
    return authority(text, mandate, powers.text().limit(), powers.digest());
  }

  /**
   * Refuses an act outside the powers that the Council has given to the Board (COUNCIL-19).
   *
   * @param text the act
   * @param now the moment
   * @return the powers
   * @throws GovernanceException OUTSIDE_POWERS, WRONG_CURRENCY, OVER_BODY_LIMIT
   */
  BoardPowers requirePowers(ActText text, Instant now) {
    BoardPowers powers = officers
        .powers()
        .orElseThrow(
            () -> new GovernanceException(Reason.OUTSIDE_POWERS, "act", text.kind(), "version", 0));
    powers.require(text.kind(), text.amount(), now);
    return powers;
  }

  private static Authority authority(
      ActText text, Mandate mandate, Asset limit, Checksum256 source) {
    return new Authority(text.actor(), text.body(), text.kind(), limit, mandate.ground(), source);
  }

  private boolean isReserved(ActKind kind, Instant now) {
    return officers.charter().chairman().scope() == ChairmanPolicy.Scope.DISJOINT
        && kind != ActKind.REPRESENT
        && officers.isBoardRegulated(now)
        && head(Office.Body.BOARD, now).isPresent()
        && officers.powers().filter(powers -> powers.covers(kind, now)).isPresent();
  }

  private Office.Body executive(Instant now) {
    return Board.executive(officers.board(), now);
  }

  /** The mandate of who heads a body and acts for it. */
  private Optional<Mandate> head(Office.Body body, Instant now) {
    return switch (body) {
      case COUNCIL ->
        officers
            .council()
            .actingChairman(now)
            .filter(acting -> !officers.council().isTemporaryChairman(acting, now))
            .flatMap(acting -> officers.council().mandates().stream()
                .filter(mandate -> mandate.holder().equals(acting))
                .findFirst());
      case BOARD ->
        officers.board().stream()
            .flatMap(board -> board.mandates().stream())
            .filter(m -> m.office() == Office.BOARD_CHAIRMAN && m.isInForce(now))
            .findFirst();
      default -> Optional.empty();
    };
  }

  /**
   * The authority table: all that the two Chairmen may do alone (BCHAIR-06).
   *
   * @param now the moment
   * @return the Chairman of the Council first, acts in the order of the enum
   */
  public List<Authority> table(Instant now) {
    List<Authority> table = new ArrayList<>();
    List<Office.Body> bodies = officers.isBoardRegulated(now)
        ? List.of(Office.Body.COUNCIL, Office.Body.BOARD)
        : List.of(Office.Body.COUNCIL);
    for (Office.Body body : bodies) {
      head(body, now).ifPresent(mandate -> {
        for (ActKind kind : ActKind.values()) {
          allowed(body, mandate, kind, now).ifPresent(table::add);
        }
      });
    }
    return table;
  }

  private Optional<Authority> allowed(
      Office.Body body, Mandate mandate, ActKind kind, Instant now) {
    if (kind == ActKind.OFF_BUDGET
        || (kind.isStaff() && !officers.charter().board().commercialActivity())) {
      return Optional.empty();
    }
    if (body == Office.Body.BOARD) {
      return officers
          .powers()
          .filter(powers -> powers.covers(kind, now))
          .map(powers -> new Authority(
              mandate.holder(),
              body,
              kind,
              powers.text().limit(),
              mandate.ground(),
              powers.digest()));
    }
    boolean competent = kind.chairman()
        .map(act -> officers.charter().chairman().competence().contains(act))
        .orElse(executive(now) == Office.Body.COUNCIL);
    return Optional.of(new Authority(
            mandate.holder(),
            body,
            kind,
            officers.charter().chairman().spendingLimit(),
            mandate.ground(),
            officers.charter().digest()))
        .filter(authority -> competent && !isReserved(kind, now));
  }
}
