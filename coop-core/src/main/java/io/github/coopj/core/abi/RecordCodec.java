package io.github.coopj.core.abi;

import io.github.coopj.InvalidValueException;
import io.github.coopj.core.abi.AbiException.Reason;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * Binary form of a Java record or of a value interface: its components one after another, without any mapping written
 * by hand.
 *
 * <p>Component types and what they are in the ABI:
 *
 * <ul>
 *   <li>{@code boolean} bool; {@code byte short int long} int8 to int64, other integers by {@link AbiType};
 *       {@code BigInteger} int128
 *   <li>{@code String} string; an enum is the string of its constant's name
 *   <li>{@code Bytes Name Asset ExtendedAsset Symbol SymbolCode PublicKey Signature Checksum160 Checksum256 Checksum512
 *       TimePoint TimePointSec BlockTimestamp PermissionLevel Authority}: the type of that name
 *   <li>{@code Optional<T>} an optional, {@code List<T>} an array, a record a struct
 *   <li>an interface with {@link AbiOrder}, implemented by Immutables, a struct of its attributes in that order
 *   <li>a sealed interface of the two a variant; the order of its {@code permits} clause is the order of the tags
 * </ul>
 *
 * <p>Records need no interface and no annotation. A public record in a package exported by its module works as it is, and
 * so does a public value interface whose builder is public. Anything else in a named module (a package-private or nested
 * private record, a package not exported) must be opened: {@code opens my.records to io.github.coopj.core}. On the class
 * path every record and value interface works.
 *
 * <p>A codec is built once per class and shared between threads. Constructors of records and checks of values may refuse
 * values; their exceptions come out of {@link #read} as {@link AbiException} with {@link Reason#INVALID_VALUE}.
 *
 * @param <T> the record or value interface
 */
public final class RecordCodec<T> implements Codec<T> {
  private static final ClassValue<Codec<?>> CACHE = new ClassValue<>() {
    @Override
    protected Codec<?> computeValue(Class<?> type) {
      return new CodecBuilder().ofClass(type, null);
    }
  };

  /** For the class of a value the codec of the type that the ABI knows it by. */
  private static final ClassValue<Codec<?>> BY_IMPLEMENTATION = new ClassValue<>() {
    @Override
    protected Codec<?> computeValue(Class<?> type) {
      return of(ValueInterface.implementedBy(type));
    }
  };

  private final Class<T> type;
  private final String abiName;
  private final MethodHandle constructor;
  private Component[] components = {};

  RecordCodec(Class<T> type, String abiName, MethodHandle constructor) {
    this.type = type;
    this.abiName = abiName;
    this.constructor = constructor;
  }

  /**
   * The codec of a class; the same as {@link Codec#of(Class)}, which reads better where the class is no record.
   *
   * @param <T> the type
   * @param type the class
   * @return the codec, always the same one for a class
   * @throws InvalidValueException if the class or one of its components has no form in the ABI, or is not accessible
   */
  @SuppressWarnings("unchecked") // the cache maps a class to the codec of that class
  public static <T> Codec<T> of(Class<T> type) {
    return (Codec<T>) CACHE.get(type);
  }

  static Codec<?> ofImplementation(Class<?> type) {
    return BY_IMPLEMENTATION.get(type);
  }

  @Override
  public void write(T value, AbiWriter out) {
    out.enter();
    boolean omitted = false;
    for (Component component : components) {
      try {
        Object part = component.get(value);
        if (component.extension) {
          Optional<?> extension = (Optional<?>) part;
          if (extension.isEmpty()) {
            omitted = true;
            out.omitExtension();
            continue;
          }
          if (omitted) {
            throw AbiException.of(Reason.UNEXPECTED_FIELD, "extension after an empty extension");
          }
          part = extension.get();
        }
        component.codec.write(part, out);
      } catch (AbiException e) {
        throw e.within(component.name);
      }
    }
    out.leave();
  }

  @Override
  @SuppressWarnings("unchecked") // the constructor is that of T
  public T read(AbiReader in) {
    in.enter();
    int at = in.position();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      Component component = components[i];
      try {
        if (component.extension) {
          parts[i] = in.remaining() == 0 ? Optional.empty() : Optional.of(component.codec.read(in));
        } else {
          parts[i] = component.codec.read(in);
        }
      } catch (AbiException e) {
        throw e.within(component.name);
      }
    }
    in.leave();
    try {
      return (T) (Object) constructor.invokeExact(parts);
    } catch (RuntimeException e) {
      throw new AbiException(
          Reason.INVALID_VALUE, "", at, type.getSimpleName() + ": " + e.getMessage(), e);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AbiException(
          Reason.INVALID_VALUE, "", at, type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "RecordCodec[" + abiName + "]";
  }

  String abiName() {
    return abiName;
  }

  Class<T> type() {
    return type;
  }

  /** Completes a codec, which may hold itself. */
  void define(Component[] all) {
    this.components = all;
  }

  /** The components, not copied. */
  Component[] parts() {
    return components;
  }

  List<Component> components() {
    return List.of(components);
  }

  /** One component: its name in the ABI, how to get it and how it is written. */
  static final class Component {
    final String name;
    final MethodHandle getter;
    final Codec<Object> codec;
    final boolean extension;
    final boolean base;

    Component(
        String name, MethodHandle getter, Codec<Object> codec, boolean extension, boolean base) {
      this.name = name;
      this.getter = getter;
      this.codec = codec;
      this.extension = extension;
      this.base = base;
    }

    Object get(Object owner) {
      Object part;
      try {
        part = (Object) getter.invokeExact(owner);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new AbiException(
            Reason.INVALID_VALUE, "", AbiException.NO_OFFSET, String.valueOf(e.getMessage()), e);
      }
      if (part == null) {
        throw AbiException.of(Reason.MISSING_FIELD, "null");
      }
      return part;
    }
  }
}
