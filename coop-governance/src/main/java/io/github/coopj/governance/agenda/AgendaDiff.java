package io.github.coopj.governance.agenda;

import io.github.coopj.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed from one version of an agenda to the next (AGENDA-16).
 *
 * <p>Items of equal content are kept, whatever their place; of the rest, items of one type replace each other in their order;
 * what is left was taken off or added.
 *
 * @param from the earlier version
 * @param to the later version
 * @param lines one line for each item of the later version in its order, then one for each item taken off
 */
public record AgendaDiff(int from, int to, List<Line> lines) {
  /** What became of an item. */
  public enum Kind {
    /** Nothing but perhaps its place changed. */
    KEPT,
    /** Another item of its type stands for it. */
    AMENDED,
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED
  }

  /**
   * One item.
   *
   * @param kind what became of it
   * @param before the item of the earlier version; none if it is new
   * @param after the item of the later version; none if it is gone
   */
  public record Line(Kind kind, Optional<AgendaItem> before, Optional<AgendaItem> after) {}

  /** Copies the lines. */
  public AgendaDiff {
    lines = List.copyOf(lines);
  }

  /**
   * Compares two versions.
   *
   * @param last the earlier one
   * @param next the later one
   * @return what changed
   */
  public static AgendaDiff of(Agenda last, Agenda next) {
    List<AgendaItem> rest = new ArrayList<>(last.items());
    List<Line> lines = new ArrayList<>();
    for (AgendaItem item : next.items()) {
      Optional<AgendaItem> same = take(rest, item, true);
      lines.add(new Line(same.isPresent() ? Kind.KEPT : Kind.ADDED, same, Optional.of(item)));
    }
    for (int i = 0; i < lines.size(); i++) {
      Optional<AgendaItem> after = lines.get(i).after();
      if (lines.get(i).kind() == Kind.ADDED && after.isPresent()) {
        Optional<AgendaItem> replaced = take(rest, after.get(), false);
        if (replaced.isPresent()) {
          lines.set(i, new Line(Kind.AMENDED, replaced, after));
        }
      }
    }
    rest.forEach(item -> lines.add(new Line(Kind.REMOVED, Optional.of(item), Optional.empty())));
    return new AgendaDiff(last.version(), next.version(), lines);
  }

  private static Optional<AgendaItem> take(List<AgendaItem> rest, AgendaItem wanted, boolean same) {
    for (int i = 0; i < rest.size(); i++) {
      AgendaItem candidate = rest.get(i);
      if (same ? candidate.at(wanted.number()).equals(wanted) : candidate.type() == wanted.type()) {
        return Optional.of(rest.remove(i));
      }
    }
    return Optional.empty();
  }

  /**
   * The later version, made of the earlier one.
   *
   * @param last the earlier version
   * @return the agenda that {@link #of} was given
   * @throws InvalidValueException for another agenda
   */
  public Agenda applyTo(Agenda last) {
    List<AgendaItem> items = new ArrayList<>();
    for (Line line : lines) {
      line.before().ifPresent(before -> {
        if (last.version() != from || !last.items().contains(before)) {
          throw new InvalidValueException("the difference is not of this agenda");
        }
      });
      line.after()
          .ifPresent(after -> items.add(
              line.kind() == Kind.KEPT ? line.before().orElseThrow().at(after.number()) : after));
    }
    return new Agenda(to, items);
  }

  /**
   * Items that members have not been told of: those added and those amended (AGENDA-18).
   *
   * @return items of the later version in its order
   */
  public List<AgendaItem> news() {
    return lines.stream()
        .filter(line -> line.kind() == Kind.ADDED || line.kind() == Kind.AMENDED)
        .flatMap(line -> line.after().stream())
        .toList();
  }
}
