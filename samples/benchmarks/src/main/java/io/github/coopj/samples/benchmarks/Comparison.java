package io.github.coopj.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One line of the table: an operation of coopJ beside the same of a peer.
 *
 * @param title what is done
 * @param operation name among the operations of {@link Round}
 * @param peer name of the peer, or empty
 * @param peerOperation name among the operations of {@link Round}, or empty
 * @param required how many times as fast as the peer coopJ has to be, or 0 if nothing is required
 */
public record Comparison(
    String title, String operation, String peer, String peerOperation, double required) {
  /** Whether a requirement was met. */
  public enum Verdict {
    /** The median of the rounds is the required ratio or more. */
    MET,
    /** The median of the rounds is less than the required ratio. */
    NOT_MET,
    /** One of both was not measured. */
    NOT_MEASURED,
    /** Nothing is required. */
    NONE
  }

  /** Every line of the table, in order. */
  public static List<Comparison> all() {
    List<Comparison> all = new ArrayList<>();
    for (Memo memo : Memo.values()) {
      for (String way : List.of("encode", "decode")) {
        String java = way.equals("encode") ? "Encode " : "Decode ";
        String title = " " + way + ", " + memo.name().toLowerCase(Locale.ROOT);
        all.add(transfer("record" + title, "record" + java, "wharfkit", "typed", way, memo, 20));
        all.add(transfer("record" + title, "record" + java, "eosjs", "tree", way, memo, 6));
        all.add(transfer("JSON tree" + title, "tree" + java, "wharfkit", "tree", way, memo, 0));
        all.add(transfer("JSON tree" + title, "tree" + java, "eosjs", "tree", way, memo, 3));
        all.add(transfer("JSON text" + title, "text" + java, "wharfkit", "text", way, memo, 0));
        all.add(transfer("JSON text" + title, "text" + java, "eosjs", "text", way, memo, 3));
      }
    }
    all.add(new Comparison(
        "K1 recover, Bouncy Castle",
        "BouncyCastleBenchmark.recover",
        "Bouncy Castle itself",
        "BouncyCastleBenchmark.recoverDirectly",
        0.9));
    all.add(new Comparison(
        "K1 recover, native",
        "NativeBenchmark.recover",
        "secp256k1 JNI itself",
        "NativeBenchmark.recoverDirectly",
        0.9));
    all.add(new Comparison("K1 sign, Bouncy Castle", "BouncyCastleBenchmark.sign", "", "", 0));
    return all;
  }

  private static Comparison transfer(
      String title, String java, String peer, String form, String way, Memo memo, int required) {
    return new Comparison(
        title,
        "TransferBenchmark." + java + memo,
        peer,
        peer + " " + form + " " + way + " " + memo,
        required);
  }

  /**
   * How many times as fast as the peer coopJ was in each round that measured both.
   *
   * @param rounds the rounds
   * @return time of the peer divided by time of coopJ, in the order of the rounds
   */
  public List<Double> ratios(List<Round> rounds) {
    List<Double> ratios = new ArrayList<>();
    for (Round round : rounds) {
      Double own = round.nanoseconds().get(operation);
      Double other = round.nanoseconds().get(peerOperation);
      if (own != null && other != null) {
        ratios.add(other / own);
      }
    }
    return ratios;
  }

  /**
   * Whether the requirement was met.
   *
   * @param rounds the rounds
   * @return the verdict
   */
  public Verdict verdict(List<Round> rounds) {
    if (required == 0) {
      return Verdict.NONE;
    }
    OptionalDouble ratio = Round.median(ratios(rounds));
    if (ratio.isEmpty()) {
      return Verdict.NOT_MEASURED;
    }
    return ratio.getAsDouble() >= required ? Verdict.MET : Verdict.NOT_MET;
  }

  /** The heads of {@link #cells}. */
  static List<String> heads() {
    return List.of(
        "operation",
        "coopJ CPU ns/op",
        "coopJ B/op",
        "peer",
        "peer CPU ns/op",
        "times as fast (lowest to highest)",
        "required",
        "verdict");
  }

  /** This line, cell by cell. */
  List<String> cells(List<Round> rounds) {
    List<Double> ratios = ratios(rounds);
    String ratio = "-";
    if (!ratios.isEmpty()) {
      ratio = format(Round.median(ratios), ratios.get(0) < 10 ? 2 : 1) + " ("
          + format(ratios.stream().mapToDouble(Double::doubleValue).min(), 2) + " to "
          + format(ratios.stream().mapToDouble(Double::doubleValue).max(), 2) + ")";
    }
    String verdict = switch (verdict(rounds)) {
      case MET -> "met";
      case NOT_MET -> "NOT MET";
      case NOT_MEASURED -> "not measured";
      case NONE -> "-";
    };
    return List.of(
        title,
        format(median(rounds, Round::nanoseconds, operation), 0),
        format(median(rounds, Round::bytes, operation), 0),
        peer.isEmpty() ? "-" : peer,
        format(median(rounds, Round::nanoseconds, peerOperation), 0),
        ratio,
        required == 0 ? "-" : format(OptionalDouble.of(required), required < 1 ? 1 : 0),
        verdict);
  }

  private static OptionalDouble median(
      List<Round> rounds, Function<Round, Map<String, Double>> figures, String name) {
    List<Double> measured = new ArrayList<>();
    for (Round round : rounds) {
      Double figure = figures.apply(round).get(name);
      if (figure != null) {
        measured.add(figure);
      }
    }
    return Round.median(measured);
  }

  private static String format(OptionalDouble figure, int places) {
    return figure.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%." + places + "f", figure.getAsDouble());
  }
}
