package io.github.coopj.chain.contract;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.Abi;
import io.github.coopj.core.abi.AbiBuilder;
import io.github.coopj.core.abi.AbiName;
import io.github.coopj.core.abi.Codec;
import io.github.coopj.core.abi.RecordCodec;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.PermissionLevel;
import io.github.coopj.core.transaction.Action;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Base of contracts written in Java: methods marked {@link ContractAction} handle the actions, tables are named with
 * {@link ContractTable}, the ABI follows from the records (CHAIN-05).
 */
public abstract class JavaContract implements Contract {
  private final Map<Name, Handler> handlers;
  private final Bytes descriptor;
  private final Abi abi;

  /**
   * Collects the handlers of the subclass.
   *
   * @param lookup lookup of the subclass, {@code MethodHandles.lookup()}
   * @param version version of the code, 1 or more; part of the code hash
   * @throws InvalidValueException if a handler does not take a context and a record, or two have one name
   */
  protected JavaContract(MethodHandles.Lookup lookup, int version) {
    Class<?> type = lookup.lookupClass();
    AbiBuilder published = new AbiBuilder();
    SortedMap<Name, Handler> found = new TreeMap<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(ContractAction.class)) {
        Handler handler = Handler.of(lookup, method);
        if (found.put(handler.name(), handler) != null) {
          throw new InvalidValueException(
              "contract " + type.getName() + " has two handlers of " + handler.name());
        }
      }
    }
    this.handlers = Map.copyOf(found);
    found.values().forEach(handler -> published.action(handler.name(), handler.data()));
    for (ContractTable table : type.getAnnotationsByType(ContractTable.class)) {
      List<String> names = new ArrayList<>();
      List<String> types = new ArrayList<>();
      for (ContractTable.Index index : table.indexes()) {
        names.add(index.name());
        types.add(index.type().abiName());
      }
      published.table(Name.of(table.name()), table.row(), names, types);
    }
    this.abi = published.build();
    this.descriptor = ContractCode.of(type, version, abi).pack();
  }

  @Override
  public final void apply(Context context) {
    if (!context.receiver().equals(context.action().account())) {
      notified(context);
      return;
    }
    Handler handler = handlers.get(context.action().name());
    if (handler == null) {
      unknown(context);
      return;
    }
    handler.run(this, context);
  }

  /**
   * Called when another account's action notified this contract; does nothing unless overridden.
   *
   * @param context the foreign action
   */
  protected void notified(Context context) {}

  /**
   * Called for an action without a handler; refuses it unless overridden.
   *
   * @param context the action
   */
  protected void unknown(Context context) {
    context.check(
        false,
        "contract of " + context.receiver() + " has no action "
            + context.action().name());
  }

  @Override
  public final Bytes descriptor() {
    return descriptor;
  }

  @Override
  public final Abi abi() {
    return abi;
  }

  /**
   * Name of the action whose data the record is: its {@link AbiName}, else its simple name in lower case.
   *
   * @param data record of action data
   * @return the action's name
   */
  public static Name actionName(Class<? extends Record> data) {
    AbiName given = data.getAnnotation(AbiName.class);
    return Name.of(given == null ? data.getSimpleName().toLowerCase(Locale.ROOT) : given.value());
  }

  /**
   * An action for a Java contract, named after its data.
   *
   * @param contract account of the contract
   * @param data record of the action's data
   * @param authorization who authorises it
   * @return the action
   */
  public static Action action(Name contract, Record data, PermissionLevel... authorization) {
    return Action.of(contract, actionName(data.getClass()), List.of(authorization), data);
  }

  private record Handler(
      Name name, Class<? extends Record> data, Codec<? extends Record> codec, MethodHandle method) {
    private static final MethodType CALL =
        MethodType.methodType(void.class, JavaContract.class, Context.class, Record.class);

    static Handler of(MethodHandles.Lookup lookup, Method method) {
      Class<?>[] parameters = method.getParameterTypes();
      if (parameters.length != 2 || parameters[0] != Context.class || !parameters[1].isRecord()) {
        throw new InvalidValueException("handler " + method + " takes a Context and a record");
      }
      Class<? extends Record> data = parameters[1].asSubclass(Record.class);
      try {
        return new Handler(
            actionName(data),
            data,
            RecordCodec.of(data),
            lookup.unreflect(method).asType(CALL));
      } catch (IllegalAccessException e) {
        throw new InvalidValueException(
            "handler " + method + " is not reachable with the given lookup", e);
      }
    }

    void run(JavaContract contract, Context context) {
      Record decoded = codec.decode(context.action().data().toArray());
      try {
        method.invokeExact(contract, context, decoded);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("handler of " + name + " threw a checked exception", e);
      }
    }
  }
}
