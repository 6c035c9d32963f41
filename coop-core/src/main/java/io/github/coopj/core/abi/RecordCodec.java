package io.github.coopj.core.abi;

import io.github.coopj.InvalidValueException;
import io.github.coopj.Texts;
import io.github.coopj.core.abi.AbiException.Reason;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      return new Builder().ofClass(type, null);
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

  private RecordCodec(Class<T> type, String abiName, MethodHandle constructor) {
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

  /** An integer of a Java type that may be narrower or wider than its ABI type. */
  static final class IntegerCodec implements Codec<Object> {
    private static final int BYTE = 0;
    private static final int SHORT = 1;
    private static final int INT = 2;
    private static final int LONG = 3;
    private static final int BIG = 4;

    final IntegerType abiType;
    private final int java;

    private IntegerCodec(IntegerType abiType, int java) {
      this.abiType = abiType;
      this.java = java;
    }

    static @Nullable IntegerCodec of(Class<?> type, @Nullable IntegerType declared) {
      if (type == byte.class || type == Byte.class) {
        return new IntegerCodec(declared == null ? IntegerType.INT8 : declared, BYTE);
      }
      if (type == short.class || type == Short.class) {
        return new IntegerCodec(declared == null ? IntegerType.INT16 : declared, SHORT);
      }
      if (type == int.class || type == Integer.class) {
        return new IntegerCodec(declared == null ? IntegerType.INT32 : declared, INT);
      }
      if (type == long.class || type == Long.class) {
        return new IntegerCodec(declared == null ? IntegerType.INT64 : declared, LONG);
      }
      if (type == BigInteger.class) {
        return new IntegerCodec(declared == null ? IntegerType.INT128 : declared, BIG);
      }
      return null;
    }

    @Override
    public void write(Object value, AbiWriter out) {
      if (java == BIG) {
        abiType.writeBig((BigInteger) value, out);
      } else {
        abiType.writeLong(((Number) value).longValue(), out);
      }
    }

    @Override
    public Object read(AbiReader in) {
      if (java == BIG) {
        return abiType.readBig(in);
      }
      int at = in.position();
      long value = abiType.readLong(in);
      switch (java) {
        case BYTE -> {
          require(value == (byte) value, value, at);
          return (byte) value;
        }
        case SHORT -> {
          require(value == (short) value, value, at);
          return (short) value;
        }
        case INT -> {
          require(value == (int) value, value, at);
          return (int) value;
        }
        default -> {
          return value;
        }
      }
    }

    private static void require(boolean fits, long value, int at) {
      if (!fits) {
        throw AbiException.at(
            Reason.OUT_OF_RANGE, at, value + " does not fit the Java type of the component");
      }
    }
  }

  /** An enum as the string of its constant's name. */
  static final class EnumCodec implements Codec<Object> {
    private final Class<?> type;
    private final Map<String, Object> constants = new HashMap<>();

    EnumCodec(Class<?> type) {
      this.type = type;
      for (Object constant : type.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
    }

    @Override
    public void write(Object value, AbiWriter out) {
      out.writeString(((Enum<?>) value).name());
    }

    @Override
    public Object read(AbiReader in) {
      int at = in.position();
      String name = in.readString();
      Object constant = constants.get(name);
      if (constant == null) {
        throw AbiException.at(
            Reason.UNKNOWN_CASE,
            at,
            type.getSimpleName() + " has no constant '" + Texts.brief(name) + "'");
      }
      return constant;
    }
  }

  /** An optional: flag byte, then the value if the flag is 1. */
  static final class OptionalCodec implements Codec<Object> {
    final Codec<Object> element;

    OptionalCodec(Codec<Object> element) {
      this.element = element;
    }

    @Override
    public void write(Object value, AbiWriter out) {
      Optional<?> optional = (Optional<?>) value;
      out.writeBool(optional.isPresent());
      if (optional.isPresent()) {
        out.enter();
        element.write(optional.get(), out);
        out.leave();
      }
    }

    @Override
    public Object read(AbiReader in) {
      if (!in.readBool()) {
        return Optional.empty();
      }
      in.enter();
      Object value = element.read(in);
      in.leave();
      return Optional.of(value);
    }
  }

  /** An array. */
  static final class ListCodec implements Codec<Object> {
    final Codec<Object> element;

    ListCodec(Codec<Object> element) {
      this.element = element;
    }

    @Override
    @SuppressWarnings("unchecked") // the list holds what the element's codec writes
    public void write(Object value, AbiWriter out) {
      out.writeList((List<Object>) value, element);
    }

    @Override
    public Object read(AbiReader in) {
      return in.readList(element);
    }
  }

  /** A sealed interface: tag, then the record of that tag. */
  static final class VariantCodec<T> implements Codec<T> {
    final Class<?> type;
    final String abiName;
    Class<?>[] cases = {};
    List<Codec<Object>> codecs = List.of();

    VariantCodec(Class<?> type, String abiName) {
      this.type = type;
      this.abiName = abiName;
    }

    @Override
    public void write(T value, AbiWriter out) {
      for (int tag = 0; tag < cases.length; tag++) {
        if (cases[tag].isInstance(value)) {
          out.writeVarUint32(tag);
          out.enter();
          try {
            codecs.get(tag).write(value, out);
          } catch (AbiException e) {
            throw e.within("<" + cases[tag].getSimpleName() + ">");
          }
          out.leave();
          return;
        }
      }
      throw AbiException.of(
          Reason.UNKNOWN_CASE, type.getSimpleName() + " does not permit " + value.getClass());
    }

    @Override
    @SuppressWarnings("unchecked") // every case is a T
    public T read(AbiReader in) {
      int at = in.position();
      long tag = in.readVarUint32();
      if (tag >= cases.length) {
        throw AbiException.at(
            Reason.UNKNOWN_CASE, at, type.getSimpleName() + " has no variant " + tag);
      }
      in.enter();
      T value;
      try {
        value = (T) codecs.get((int) tag).read(in);
      } catch (AbiException e) {
        throw e.within("<" + cases[(int) tag].getSimpleName() + ">");
      }
      in.leave();
      return value;
    }
  }

  /** A record component or an attribute as it is declared. */
  private record Member(
      String name, Class<?> type, Type generic, AnnotatedElement annotated, MethodHandle getter) {}

  /** Builds the codecs of one class and of everything it holds; a class that holds itself gets the codec being built. */
  private static final class Builder {
    private final Map<Class<?>, Codec<?>> built = new LinkedHashMap<>();

    Codec<?> ofClass(Class<?> type, @Nullable IntegerType declared) {
      Codec<?> integer = IntegerCodec.of(type, declared);
      if (integer != null) {
        return integer;
      }
      if (declared != null) {
        throw new InvalidValueException(
            "@AbiType names an integer type, but " + type.getName() + " is no integer");
      }
      Codec<?> known = BuiltIn.of(type);
      if (known != null) {
        return known;
      }
      Codec<?> before = built.get(type);
      if (before != null) {
        return before;
      }
      if (type.isEnum()) {
        EnumCodec codec = new EnumCodec(type);
        built.put(type, codec);
        return codec;
      }
      if (type.isRecord()) {
        return ofRecord(type);
      }
      if (ValueInterface.isMarked(type)) {
        return ofValue(type);
      }
      if (ValueInterface.lacksOrder(type)) {
        throw new InvalidValueException("value interface " + type.getName()
            + " has no @AbiOrder, so the order of its attributes is not defined");
      }
      if (type.isInterface() && type.isSealed()) {
        return ofSealed(type);
      }
      throw new InvalidValueException(type.getName() + " has no form in the ABI");
    }

    private <R> Codec<R> ofRecord(Class<R> type) {
      if (type.getTypeParameters().length != 0) {
        throw new InvalidValueException("record " + type.getName() + " has type parameters");
      }
      if (type.isAnnotationPresent(AbiOrder.class)) {
        throw new InvalidValueException("record " + type.getName()
            + " has @AbiOrder, but its components have an order already");
      }
      MethodHandles.Lookup lookup = lookup(type);
      RecordComponent[] declared = type.getRecordComponents();
      Class<?>[] types = new Class<?>[declared.length];
      List<Member> members = new ArrayList<>();
      for (int i = 0; i < types.length; i++) {
        types[i] = declared[i].getType();
        members.add(new Member(
            declared[i].getName(),
            types[i],
            declared[i].getGenericType(),
            declared[i],
            getter(lookup, declared[i].getAccessor(), type)));
      }
      return ofStruct(type, constructor(lookup, type, types), members);
    }

    private <V> Codec<V> ofValue(Class<V> type) {
      ValueInterface value = ValueInterface.of(type);
      MethodHandles.Lookup lookup = lookup(type);
      List<Member> members = new ArrayList<>();
      for (Method accessor : value.attributes()) {
        members.add(new Member(
            accessor.getName(),
            accessor.getReturnType(),
            accessor.getGenericReturnType(),
            accessor,
            getter(lookup, accessor, type)));
      }
      MethodHandle constructor;
      try {
        constructor = value.constructor(lookup);
      } catch (ReflectiveOperationException e) {
        throw inaccessible(type, e);
      }
      return ofStruct(type, constructor, members);
    }

    private <S> Codec<S> ofStruct(Class<S> type, MethodHandle constructor, List<Member> members) {
      RecordCodec<S> codec = new RecordCodec<>(type, abiNameOf(type), constructor);
      built.put(type, codec);
      Component[] components = new Component[members.size()];
      boolean extensions = false;
      for (int i = 0; i < components.length; i++) {
        components[i] = component(type, members.get(i), i);
        if (extensions && !components[i].extension) {
          throw new InvalidValueException(
              describe(type, members.get(i)) + " follows a binary extension");
        }
        extensions = components[i].extension;
      }
      requireNames(type, components, new HashSet<>());
      codec.components = components;
      return codec;
    }

    /** In JSON the fields of a base stand beside the others, so none of them may have the name of another. */
    private static void requireNames(Class<?> owner, Component[] components, Set<String> names) {
      for (Component component : components) {
        if (component.base && (Codec<?>) component.codec instanceof RecordCodec<?> base) {
          requireNames(owner, base.components, names);
        } else if (component.name.isEmpty()) {
          throw new InvalidValueException(owner.getName() + " has a component without a name");
        } else if (!names.add(component.name)) {
          throw new InvalidValueException(
              owner.getName() + " has two components called '" + component.name + "'");
        }
      }
    }

    private Component component(Class<?> owner, Member declared, int index) {
      AnnotatedElement annotated = declared.annotated();
      AbiName renamed = annotated.getAnnotation(AbiName.class);
      String name = renamed == null ? declared.name() : renamed.value();
      boolean extension = annotated.isAnnotationPresent(AbiExtension.class);
      boolean base = annotated.isAnnotationPresent(AbiBase.class);
      if (base && (index != 0 || !isStruct(declared.type()))) {
        throw new InvalidValueException(
            describe(owner, declared) + " cannot be a base: not a record in first place");
      }
      Codec<Object> codec;
      try {
        IntegerType integer = integerType(annotated);
        codec = ofType(declared.generic(), integer);
      } catch (InvalidValueException e) {
        throw new InvalidValueException(describe(owner, declared) + ": " + e.getMessage(), e);
      }
      if (extension) {
        if (!(codec instanceof OptionalCodec optional)) {
          throw new InvalidValueException(
              describe(owner, declared) + " is an extension but no Optional");
        }
        codec = optional.element;
      }
      return new Component(name, declared.getter(), codec, extension, base);
    }

    private static @Nullable IntegerType integerType(AnnotatedElement declared) {
      AbiType annotation = declared.getAnnotation(AbiType.class);
      if (annotation == null) {
        return null;
      }
      IntegerType type = IntegerType.of(annotation.value());
      if (type == null) {
        throw new InvalidValueException(
            "@AbiType(\"" + annotation.value() + "\") is none of " + IntegerType.names());
      }
      return type;
    }

    private Codec<Object> ofType(Type type, @Nullable IntegerType integer) {
      if (type instanceof Class<?> plain) {
        return untyped(ofClass(plain, integer));
      }
      if (type instanceof ParameterizedType generic) {
        Type argument = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
          return new OptionalCodec(ofType(argument, integer));
        }
        if (generic.getRawType() == List.class) {
          return new ListCodec(ofType(argument, integer));
        }
      }
      throw new InvalidValueException(type.getTypeName() + " has no form in the ABI");
    }

    private <S> Codec<S> ofSealed(Class<S> type) {
      VariantCodec<S> codec = new VariantCodec<>(type, abiNameOf(type));
      built.put(type, codec);
      Class<?>[] cases = type.getPermittedSubclasses();
      List<Codec<Object>> codecs = new ArrayList<>();
      for (Class<?> each : cases) {
        if (!isStruct(each) && !(each.isInterface() && each.isSealed())) {
          throw new InvalidValueException(type.getName() + " permits " + each.getName()
              + ", which is neither a record nor a sealed interface nor one with @AbiOrder");
        }
        codecs.add(untyped(ofClass(each, null)));
      }
      codec.cases = cases;
      codec.codecs = Collections.unmodifiableList(codecs);
      return codec;
    }

    @SuppressWarnings("unchecked") // only ever given values of the codec's own type
    private static Codec<Object> untyped(Codec<?> codec) {
      return (Codec<Object>) codec;
    }

    private static String abiNameOf(Class<?> type) {
      AbiName renamed = type.getAnnotation(AbiName.class);
      String name =
          renamed == null ? type.getSimpleName().toLowerCase(Locale.ROOT) : renamed.value();
      if (name.isEmpty()) {
        throw new InvalidValueException(type.getName() + " has no name in the ABI");
      }
      return name;
    }

    private static boolean isStruct(Class<?> type) {
      return type.isRecord() || ValueInterface.isMarked(type);
    }

    private static String describe(Class<?> owner, Member member) {
      return owner.getName() + "." + member.name();
    }

    /** Full access where the package is open to this module, else that of a stranger who sees public members. */
    private static MethodHandles.Lookup lookup(Class<?> type) {
      MethodHandles.Lookup own = MethodHandles.lookup();
      RecordCodec.class.getModule().addReads(type.getModule());
      try {
        return MethodHandles.privateLookupIn(type, own);
      } catch (IllegalAccessException e) {
        if (!Modifier.isPublic(type.getModifiers())) {
          throw inaccessible(type, e);
        }
        // seen from the type, so that names mean the classes of its own loader; public members only
        return own.in(type);
      }
    }

    private static MethodHandle constructor(
        MethodHandles.Lookup lookup, Class<?> type, Class<?>[] types) {
      try {
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        return lookup
            .unreflectConstructor(canonical)
            .asFixedArity()
            .asSpreader(Object[].class, types.length)
            .asType(MethodType.methodType(Object.class, Object[].class));
      } catch (NoSuchMethodException | IllegalAccessException e) {
        throw inaccessible(type, e);
      }
    }

    /** Asked of the type itself, since an accessor may be inherited from an interface that is not public. */
    private static MethodHandle getter(
        MethodHandles.Lookup lookup, Method accessor, Class<?> owner) {
      try {
        return lookup
            .findVirtual(owner, accessor.getName(), MethodType.methodType(accessor.getReturnType()))
            .asType(MethodType.methodType(Object.class, Object.class));
      } catch (NoSuchMethodException | IllegalAccessException e) {
        throw inaccessible(owner, e);
      }
    }

    private static InvalidValueException inaccessible(
        Class<?> type, ReflectiveOperationException cause) {
      return new InvalidValueException(
          (type.isRecord() ? "record " : "value interface ") + type.getName()
              + " is not accessible: make it public in an exported package or open its package to "
              + RecordCodec.class.getModule(),
          cause);
    }
  }
}
