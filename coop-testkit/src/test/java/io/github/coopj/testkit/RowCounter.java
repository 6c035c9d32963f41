package io.github.coopj.testkit;

import io.github.coopj.Bytes;
import io.github.coopj.chain.contract.Context;
import io.github.coopj.chain.contract.Contract;
import io.github.coopj.chain.contract.RowStore;
import io.github.coopj.chain.cooperative.CooperativeContracts;
import io.github.coopj.chain.kernel.ContractCatalog;
import io.github.coopj.chain.system.SystemInstaller;
import io.github.coopj.core.abi.Abi;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Counts what the contracts of the platform ask the tables for. */
final class RowCounter {
  private long calls;
  private long bytes;

  /** The contracts, each of which sees the tables through this counter. */
  ContractCatalog catalog() {
    List<Contract> contracts = new ArrayList<>(SystemInstaller.contracts());
    CooperativeContracts.byAccount().values().forEach(each -> contracts.add(new Counted(each)));
    return new ContractCatalog(contracts);
  }

  /** How many rows were looked for, read or written. */
  long calls() {
    return calls;
  }

  /** How many bytes the rows had that were read or written. */
  long bytes() {
    return bytes;
  }

  private Context counted(Context context) {
    return wrapped(Context.class, (proxy, method, arguments) -> {
      if (method.isDefault()) {
        return InvocationHandler.invokeDefault(proxy, method, arguments);
      }
      Object answer = answer(context, method, arguments);
      return answer instanceof RowStore rows ? counted(rows) : answer;
    });
  }

  private RowStore counted(RowStore rows) {
    return wrapped(RowStore.class, (proxy, method, arguments) -> {
      Object answer = answer(rows, method, arguments);
      calls++;
      bytes += size(answer);
      for (Object argument : arguments == null ? new Object[0] : arguments) {
        bytes += size(argument);
      }
      return answer;
    });
  }

  private static long size(Object value) {
    if (value instanceof Bytes row) {
      return row.size();
    }
    return value instanceof RowStore.KeyedRow row ? row.row().size() : 0;
  }

  private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object answer(Object target, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private final class Counted implements Contract {
    private final Contract contract;

    private Counted(Contract contract) {
      this.contract = contract;
    }

    @Override
    public void apply(Context context) {
      contract.apply(counted(context));
    }

    @Override
    public Bytes descriptor() {
      return contract.descriptor();
    }

    @Override
    public Abi abi() {
      return contract.abi();
    }
  }
}
