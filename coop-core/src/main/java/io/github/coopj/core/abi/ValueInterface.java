package io.github.coopj.core.abi;

import io.github.coopj.InvalidValueException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What reflection tells of an interface with {@link AbiOrder}: its attributes in order, and the builder that makes values.
 *
 * @param attributes accessors in the order of the fields
 * @param factory the static method that gives a new builder
 * @param setters the builder's method for each attribute
 * @param build the builder's method that gives the value
 */
record ValueInterface(List<Method> attributes, Method factory, List<Method> setters, Method build) {
  private static final String FACTORY = "builder";
  private static final String BUILD = "build";

  /** Whether a type is a struct by its annotation; that it is a sound one is checked by {@link #of}. */
  static boolean isMarked(Class<?> type) {
    return type.isInterface() && type.isAnnotationPresent(AbiOrder.class);
  }

  /** Whether a type would be a value interface if it told the order of its attributes. */
  static boolean lacksOrder(Class<?> type) {
    if (!type.isInterface() || type.isAnnotationPresent(AbiOrder.class)) {
      return false;
    }
    Method factory = factory(type);
    Method build = factory == null ? null : build(factory, type);
    return build != null;
  }

  /**
   * The type that the ABI knows a class by: of a class that implements one interface with {@link AbiOrder}, that
   * interface; else the class itself.
   */
  static Class<?> implementedBy(Class<?> type) {
    if (type.isRecord() || type.isInterface()) {
      return type;
    }
    Set<Class<?>> marked = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      addMarked(each, marked);
    }
    marked.removeIf(
        each -> marked.stream().anyMatch(other -> other != each && each.isAssignableFrom(other)));
    if (marked.size() > 1) {
      throw new InvalidValueException(
          type.getName() + " implements several interfaces with @AbiOrder: " + marked);
    }
    return marked.isEmpty() ? type : marked.iterator().next();
  }

  private static void addMarked(Class<?> type, Set<Class<?>> marked) {
    for (Class<?> each : type.getInterfaces()) {
      if (isMarked(each)) {
        marked.add(each);
      }
      addMarked(each, marked);
    }
  }

  static ValueInterface of(Class<?> type) {
    if (type.getTypeParameters().length != 0) {
      throw refused(type, "has type parameters");
    }
    Method factory = factory(type);
    if (factory == null) {
      throw refused(type, "has @AbiOrder but no static method builder()");
    }
    Method build = build(factory, type);
    if (build == null) {
      throw refused(type, "has a builder whose build() does not give the value");
    }
    Map<String, Method> accessors = accessors(type);
    Set<String> order = new LinkedHashSet<>();
    List<Method> attributes = new ArrayList<>();
    List<Method> setters = new ArrayList<>();
    for (String name : type.getAnnotation(AbiOrder.class).value()) {
      Method accessor = accessors.get(name);
      if (accessor == null) {
        throw refused(type, "has no attribute " + name + ", which @AbiOrder names");
      }
      if (!order.add(name)) {
        throw refused(type, "names " + name + " twice in @AbiOrder");
      }
      Method setter = setter(factory.getReturnType(), accessor);
      if (setter == null) {
        throw refused(
            type,
            "has no attribute " + name + ": its builder has no method " + name + "("
                + accessor.getReturnType().getSimpleName() + ")");
      }
      attributes.add(accessor);
      setters.add(setter);
    }
    for (Method accessor : accessors.values()) {
      boolean attribute = Modifier.isAbstract(accessor.getModifiers())
          || setter(factory.getReturnType(), accessor) != null;
      if (attribute && !order.contains(accessor.getName())) {
        throw refused(
            type,
            "does not say by @AbiOrder where the attribute " + accessor.getName() + " stands");
      }
    }
    return new ValueInterface(List.copyOf(attributes), factory, List.copyOf(setters), build);
  }

  /**
   * A handle that takes the attributes in order as an array and gives the value.
   *
   * @param lookup one that sees the interface and its builder
   */
  MethodHandle constructor(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
    MethodHandle[] handles = new MethodHandle[setters.size()];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = ofBuilder(lookup, setters.get(i))
          .asType(MethodType.methodType(void.class, Object.class, Object.class));
    }
    Maker maker = new Maker(
        lookup.unreflect(factory).asType(MethodType.methodType(Object.class)),
        handles,
        ofBuilder(lookup, build).asType(MethodType.methodType(Object.class, Object.class)));
    return MethodHandles.lookup()
        .findVirtual(Maker.class, "make", MethodType.methodType(Object.class, Object[].class))
        .bindTo(maker);
  }

  /** The methods stand in a generated class that is not public; they are asked of the builder, which is. */
  private MethodHandle ofBuilder(MethodHandles.Lookup lookup, Method method)
      throws ReflectiveOperationException {
    return lookup.findVirtual(
        factory.getReturnType(),
        method.getName(),
        MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
  }

  private static @Nullable Method factory(Class<?> type) {
    try {
      Method factory = type.getMethod(FACTORY);
      return Modifier.isStatic(factory.getModifiers()) ? factory : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static @Nullable Method build(Method factory, Class<?> type) {
    try {
      Method build = factory.getReturnType().getMethod(BUILD);
      return type.isAssignableFrom(build.getReturnType()) ? build : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** Methods that could give an attribute, by name; where an interface narrows an inherited one, the narrower. */
  private static Map<String, Method> accessors(Class<?> type) {
    Map<String, Method> accessors = new TreeMap<>();
    for (Method method : type.getMethods()) {
      boolean candidate = !Modifier.isStatic(method.getModifiers())
          && !method.isBridge()
          && method.getParameterCount() == 0
          && method.getReturnType() != void.class
          && !isOfObject(method);
      if (candidate) {
        accessors.merge(
            method.getName(),
            method,
            (one, other) ->
                one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one);
      }
    }
    return accessors;
  }

  private static boolean isOfObject(Method method) {
    return method.getName().equals("hashCode") || method.getName().equals("toString");
  }

  /** The builder's method that takes what the accessor gives, the one of exactly that type before a wider one. */
  private static @Nullable Method setter(Class<?> builder, Method accessor) {
    Method wider = null;
    for (Method method : builder.getMethods()) {
      if (method.getName().equals(accessor.getName())
          && method.getParameterCount() == 1
          && !Modifier.isStatic(method.getModifiers())
          && !method.isBridge()) {
        Class<?> parameter = method.getParameterTypes()[0];
        if (parameter == accessor.getReturnType()) {
          return method;
        }
        if (parameter.isAssignableFrom(accessor.getReturnType()) && parameter != Object.class) {
          wider = method;
        }
      }
    }
    return wider;
  }

  private static InvalidValueException refused(Class<?> type, String fault) {
    return new InvalidValueException("value interface " + type.getName() + " " + fault);
  }

  /** Makes values by a builder. */
  private static final class Maker {
    private final MethodHandle factory;
    private final MethodHandle[] setters;
    private final MethodHandle build;

    Maker(MethodHandle factory, MethodHandle[] setters, MethodHandle build) {
      this.factory = factory;
      this.setters = setters;
      this.build = build;
    }

    @SuppressWarnings("unused") // called through a handle
    Object make(Object[] parts) throws Throwable {
      Object builder = (Object) factory.invokeExact();
      for (int i = 0; i < setters.length; i++) {
        setters[i].invokeExact(builder, parts[i]);
      }
      return (Object) build.invokeExact(builder);
    }
  }
}
