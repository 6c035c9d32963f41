package io.github.coopj.governance.charter;

import io.github.coopj.InvalidValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Type of a policy value: how it is read from JSON, and the one text it is written as. Every type also reads its own
 * text, so a charter may be written with texts only.
 */
interface PolicyType<T> {
  /** Code such as the name of a profile. */
  Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /** Reads a value or refuses it with the rule. */
  T read(JsonNode node);

  /** The canonical text. */
  String text(T value);

  /** Whether one value asks for at least as much as another, where a profile may set bounds. */
  default @Nullable BiPredicate<T, T> atLeast() {
    return null;
  }

  /** Text of a node that must be one. */
  static String string(JsonNode node) {
    if (!node.isString()) {
      throw new InvalidValueException("must be a text, got " + node);
    }
    return node.stringValue();
  }

  /** Whole numbers in a range, as a number or its text. */
  static PolicyType<Integer> integer(int min, int max) {
    return new PolicyType<>() {
      @Override
      public Integer read(JsonNode node) {
        long value;
        if (node.isIntegralNumber() && node.canConvertToLong()) {
          value = node.longValue();
        } else if (node.isString() && node.stringValue().matches("0|[1-9]\\d{0,8}")) {
          value = Long.parseLong(node.stringValue());
        } else {
          throw new InvalidValueException("must be a whole number, got " + node);
        }
        if (value < min || value > max) {
          throw new InvalidValueException(
              "must lie between " + min + " and " + max + ", got " + value);
        }
        return (int) value;
      }

      @Override
      public String text(Integer value) {
        return value.toString();
      }

      @Override
      public BiPredicate<Integer, Integer> atLeast() {
        return (a, b) -> a >= b;
      }
    };
  }

  /** Shares written like 3/4. */
  static PolicyType<Ratio> ratio(boolean mayBeNone) {
    return new PolicyType<>() {
      @Override
      public Ratio read(JsonNode node) {
        Ratio ratio = Ratio.parse(string(node));
        if (!mayBeNone && ratio.isNone()) {
          throw new InvalidValueException("must be more than nothing, got " + ratio);
        }
        return ratio;
      }

      @Override
      public String text(Ratio value) {
        return value.toString();
      }

      @Override
      public BiPredicate<Ratio, Ratio> atLeast() {
        return Ratio::isAtLeast;
      }
    };
  }

  /** Majorities written like {@code >1/2 PRESENT}. */
  static PolicyType<MajorityRule> majority() {
    return new PolicyType<>() {
      @Override
      public MajorityRule read(JsonNode node) {
        return MajorityRule.parse(string(node));
      }

      @Override
      public String text(MajorityRule value) {
        return value.toString();
      }

      @Override
      public BiPredicate<MajorityRule, MajorityRule> atLeast() {
        return MajorityRule::isAtLeast;
      }
    };
  }

  /** Shares that a quorum must exceed or reach, written like {@code >1/2}. */
  static PolicyType<QuorumShare> quorumShare() {
    return new PolicyType<>() {
      @Override
      public QuorumShare read(JsonNode node) {
        return QuorumShare.parse(string(node));
      }

      @Override
      public String text(QuorumShare value) {
        return value.toString();
      }

      @Override
      public BiPredicate<QuorumShare, QuorumShare> atLeast() {
        return QuorumShare::isAtLeast;
      }
    };
  }

  /** True or false. */
  static PolicyType<Boolean> flag() {
    return new PolicyType<>() {
      @Override
      public Boolean read(JsonNode node) {
        if (node.isBoolean()) {
          return node.booleanValue();
        }
        if (node.isString()
            && (node.stringValue().equals("true") || node.stringValue().equals("false"))) {
          return node.stringValue().equals("true");
        }
        throw new InvalidValueException("must be true or false, got " + node);
      }

      @Override
      public String text(Boolean value) {
        return value.toString();
      }
    };
  }

  /** One constant of an enum. */
  static <E extends Enum<E>> PolicyType<E> choice(Class<E> type) {
    return new PolicyType<>() {
      @Override
      public E read(JsonNode node) {
        return constant(type, string(node));
      }

      @Override
      public String text(E value) {
        return value.name();
      }
    };
  }

  /** Constants of an enum without repetition; an array, or a text with commas. */
  static <E extends Enum<E>> PolicyType<Set<E>> choices(Class<E> type) {
    return new PolicyType<>() {
      @Override
      public Set<E> read(JsonNode node) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (String name : texts(node)) {
          if (!set.add(constant(type, name))) {
            throw new InvalidValueException("names " + name + " twice");
          }
        }
        return set;
      }

      @Override
      public String text(Set<E> value) {
        return String.join(",", EnumSet.copyOf(value).stream().map(Enum::name).toList());
      }
    };
  }

  /** Types of agenda items without repetition, in the order given; an array, or a text with commas. */
  static PolicyType<List<ItemType>> itemTypes() {
    return new PolicyType<>() {
      @Override
      public List<ItemType> read(JsonNode node) {
        Set<ItemType> types = new LinkedHashSet<>();
        for (String name : texts(node)) {
          if (!types.add(constant(ItemType.class, name))) {
            throw new InvalidValueException("names " + name + " twice");
          }
        }
        return List.copyOf(types);
      }

      @Override
      public String text(List<ItemType> value) {
        return String.join(",", value.stream().map(ItemType::name).toList());
      }
    };
  }

  /** Constants of an enum without repetition, at least one, in the order given; an array, or a text with commas. */
  static <E extends Enum<E>> PolicyType<List<E>> order(Class<E> type) {
    return new PolicyType<>() {
      @Override
      public List<E> read(JsonNode node) {
        Set<E> constants = new LinkedHashSet<>();
        for (String name : texts(node)) {
          if (!constants.add(constant(type, name))) {
            throw new InvalidValueException("names " + name + " twice");
          }
        }
        if (constants.isEmpty()) {
          throw new InvalidValueException("must name at least one of " + EnumSet.allOf(type));
        }
        return List.copyOf(constants);
      }

      @Override
      public String text(List<E> value) {
        return String.join(",", value.stream().map(Enum::name).toList());
      }
    };
  }

  /** Spans of the calendar such as {@code P5Y}. */
  static PolicyType<Period> period(int maxYears) {
    return new PolicyType<>() {
      @Override
      public Period read(JsonNode node) {
        Period period;
        try {
          period = Period.parse(string(node)).normalized();
        } catch (DateTimeException e) {
          throw new InvalidValueException("must be a period like P5Y or P18M, got " + node, e);
        }
        if (period.isZero()
            || period.isNegative()
            || !atLeast().test(Period.ofYears(maxYears), period)) {
          throw new InvalidValueException(
              "must be longer than nothing and at most P" + maxYears + "Y, got " + period);
        }
        return period;
      }

      @Override
      public String text(Period value) {
        return value.toString();
      }

      @Override
      @SuppressWarnings("JavaPeriodGetDays") // the months are counted beside the days
      public BiPredicate<Period, Period> atLeast() {
        // Only a bound of validity: a month counts as 31 days, so that no shorter period passes for
        // a longer one.
        return (a, b) ->
            a.toTotalMonths() * 31 + a.getDays() >= b.toTotalMonths() * 31 + b.getDays();
      }
    };
  }

  /** Money without its currency, which the charter gives: {@code 300} or {@code 300.50}. */
  static PolicyType<BigDecimal> money() {
    return new PolicyType<>() {
      private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,15})(\\.\\d{1,18})?");

      @Override
      public BigDecimal read(JsonNode node) {
        String text = node.isIntegralNumber() ? node.toString() : string(node);
        if (!DECIMAL.matcher(text).matches()) {
          throw new InvalidValueException("must be an amount like 300 or 300.50, got " + text);
        }
        BigDecimal value = new BigDecimal(text);
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
      }

      @Override
      public String text(BigDecimal value) {
        return value.toPlainString();
      }

      @Override
      public BiPredicate<BigDecimal, BigDecimal> atLeast() {
        return (a, b) -> a.compareTo(b) >= 0;
      }
    };
  }

  /** Weights of the five funds; an object, or a text like {@code INDIVISIBLE=500,RESERVE=…}. */
  static PolicyType<FundsPolicy> weights() {
    return new PolicyType<>() {
      @Override
      public FundsPolicy read(JsonNode node) {
        Map<CharterFund, Integer> points = new EnumMap<>(CharterFund.class);
        if (node.isObject()) {
          for (Map.Entry<String, JsonNode> entry : node.properties()) {
            put(points, entry.getKey(), integer(0, FundsPolicy.WHOLE).read(entry.getValue()));
          }
        } else {
          for (String part : texts(node)) {
            int equals = part.indexOf('=');
            if (equals < 0 || !part.substring(equals + 1).matches("0|[1-9]\\d{0,4}")) {
              throw new InvalidValueException("must be written like RESERVE=500, got " + part);
            }
            put(points, part.substring(0, equals), Integer.parseInt(part.substring(equals + 1)));
          }
        }
        List<FundsPolicy.Weight> weights = new ArrayList<>();
        points.forEach((fund, value) -> weights.add(new FundsPolicy.Weight(fund, value)));
        return new FundsPolicy(weights);
      }

      private void put(Map<CharterFund, Integer> points, String fund, int value) {
        if (points.put(constant(CharterFund.class, fund), value) != null) {
          throw new InvalidValueException("names " + fund + " twice");
        }
      }

      @Override
      public String text(FundsPolicy value) {
        return String.join(
            ",",
            value.weights().stream().map(w -> w.fund() + "=" + w.basisPoints()).toList());
      }
    };
  }

  /** The constant of that name, or a refusal that lists all. */
  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : EnumSet.allOf(type)) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new InvalidValueException("must be one of " + EnumSet.allOf(type) + ", got " + name);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      for (JsonNode element : node) {
        texts.add(string(element));
      }
    } else if (!string(node).isEmpty()) {
      texts.addAll(List.of(string(node).split(",", -1)));
    }
    return texts;
  }
}
