package io.github.coopj.core.abi;

import io.github.coopj.InvalidValueException;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the codecs of one class and of everything it holds; a class that holds itself gets the codec being built. */
final class CodecBuilder {
  /** A record component or an attribute as it is declared. */
  private record Member(
      String name, Class<?> type, Type generic, AnnotatedElement annotated, MethodHandle getter) {}

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
      throw new InvalidValueException(
          "record " + type.getName() + " has @AbiOrder, but its components have an order already");
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
    RecordCodec.Component[] components = new RecordCodec.Component[members.size()];
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
    codec.define(components);
    return codec;
  }

  /** In JSON the fields of a base stand beside the others, so none of them may have the name of another. */
  private static void requireNames(
      Class<?> owner, RecordCodec.Component[] components, Set<String> names) {
    for (RecordCodec.Component component : components) {
      if (component.base && (Codec<?>) component.codec instanceof RecordCodec<?> base) {
        requireNames(owner, base.parts(), names);
      } else if (component.name.isEmpty()) {
        throw new InvalidValueException(owner.getName() + " has a component without a name");
      } else if (!names.add(component.name)) {
        throw new InvalidValueException(
            owner.getName() + " has two components called '" + component.name + "'");
      }
    }
  }

  private RecordCodec.Component component(Class<?> owner, Member declared, int index) {
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
    return new RecordCodec.Component(name, declared.getter(), codec, extension, base);
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
    String name = renamed == null ? type.getSimpleName().toLowerCase(Locale.ROOT) : renamed.value();
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
  private static MethodHandle getter(MethodHandles.Lookup lookup, Method accessor, Class<?> owner) {
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
