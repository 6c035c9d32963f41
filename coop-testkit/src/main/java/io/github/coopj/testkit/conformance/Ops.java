package io.github.coopj.testkit.conformance;

import io.github.coopj.CoopException;
import io.github.coopj.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All ops by name. Made anew for every suite, because some remember what the case before left. */
final class Ops {
  private final Map<String, Op> ops = new TreeMap<>();

  Ops() {
    new NameOps().addTo(this);
    new AssetOps().addTo(this);
    new TimeOps().addTo(this);
    new HashOps().addTo(this);
    new KeyOps().addTo(this);
    new SignatureOps().addTo(this);
    new AbiOps().addTo(this);
    new AuthorityOps().addTo(this);
    new TransactionOps().addTo(this);
    new ReceiptOps().addTo(this);
    new BlockOps().addTo(this);
    new FinalityOps().addTo(this);
    new BlockStateOps().addTo(this);
    new ErrorOps().addTo(this);
    new ResourceOps().addTo(this);
    new TraceOps().addTo(this);
    new FeatureOps().addTo(this);
  }

  void add(String name, Op op) {
    if (ops.put(name, op) != null) {
      throw new IllegalStateException("two ops are called " + name);
    }
  }

  /** Names of all ops in their order. */
  List<String> names() {
    return List.copyOf(ops.keySet());
  }

  /** Runs a case by the op it names. */
  Result check(Case c) {
    Op op = ops.get(c.op());
    if (op == null) {
      return Result.unsupported("no such op");
    }
    Result result;
    try {
      result = op.check(c);
    } catch (InvalidValueException | CoopException e) {
      return c.mustBeRefused() ? Result.PASSED : Result.failed("a value", "refused: " + message(e));
    } catch (BadCaseException e) {
      return Result.failed("a case that can be run", message(e));
    } catch (RuntimeException | StackOverflowError e) {
      return Result.failed(c.mustBeRefused() ? "a documented refusal" : "a value", "thrown: " + e);
    }
    if (result.kind() == Result.Kind.UNSUPPORTED) {
      return result;
    }
    if (c.mustBeRefused()) {
      return Result.failed("a refusal", "accepted");
    }
    if (result.kind() == Result.Kind.PASSED && !c.unseen().isEmpty()) {
      return Result.failed("every field compared", "nothing compares " + c.unseen());
    }
    return result;
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
