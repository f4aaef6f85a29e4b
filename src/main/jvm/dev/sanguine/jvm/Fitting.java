package dev.sanguine.jvm;

import dev.sanguine.env.Seq;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as a record's component declares them. Documents have one kind of number, of list and of record; a component says
 * which it wants, also of the items of its lists. A value that is of the wanted type stays the object that it is.
 */
final class Fitting {
  private Fitting() {}

  /**
   * The value as one of that type.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  static @Nullable Object to(Type type, @Nullable Object value) {
    Class<?> wanted = raw(type);
    if (value == null) {
      return wanted.isPrimitive() ? refuse(wanted, null) : null;
    }
    if (value instanceof Number) {
      return number(wanted, (Number) value);
    }
    if (value instanceof Map && wanted.isRecord()) {
      return Members.make(wanted, (Map<?, ?>) value);
    }
    if (value instanceof String && wanted.isEnum()) {
      return constant(wanted, (String) value);
    }
    if (value instanceof Collection || value instanceof Seq) {
      return list(type, wanted, value);
    }
    boolean holds = wanted.isInstance(value)
        || wanted == boolean.class && value instanceof Boolean
        || wanted == char.class && value instanceof Character;
    return holds ? value : refuse(wanted, value);
  }

  private static Object constant(Class<?> wanted, String name) {
    for (Object constant : wanted.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    return refuse(wanted, name);
  }

  private static Object list(Type type, Class<?> wanted, Object value) {
    Collection<?> items = value instanceof Seq ? ((Seq<?>) value).asList() : (Collection<?>) value;
    Type itemType = wanted.isArray() ? wanted.getComponentType() : argument(type);
    List<Object> fitting = new ArrayList<>(items.size());
    boolean same = true;
    for (Object item : items) {
      Object fits = to(itemType, item);
      same &= fits == item;
      fitting.add(fits);
    }
    if (same && wanted.isInstance(value)) {
      return value;
    }
    if (wanted == Seq.class) {
      return Seq.from(fitting);
    }
    if (wanted.isArray()) {
      Object array = Array.newInstance(wanted.getComponentType(), fitting.size());
      for (int i = 0; i < fitting.size(); i++) {
        Array.set(array, i, fitting.get(i));
      }
      return array;
    }
    if (wanted.isAssignableFrom(List.class)) {
      return Collections.unmodifiableList(fitting);
    }
    return wanted.isAssignableFrom(Set.class)
        ? Collections.unmodifiableSet(new LinkedHashSet<>(fitting))
        : refuse(wanted, value);
  }

  /** What a generic type is of: the X of a List of X; Object if it does not say. */
  private static Type argument(Type type) {
    Type[] arguments =
        type instanceof ParameterizedType of ? of.getActualTypeArguments() : new Type[0];
    return arguments.length == 1 ? arguments[0] : Object.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType of) {
      return raw(of.getRawType());
    }
    return type instanceof WildcardType any ? raw(any.getUpperBounds()[0]) : Object.class;
  }

  private static Object number(Class<?> wanted, Number number) {
    if (wanted == int.class || wanted == Integer.class) {
      return whole(wanted, number, number.intValue());
    }
    if (wanted == long.class || wanted == Long.class) {
      return whole(wanted, number, number.longValue());
    }
    if (wanted == short.class || wanted == Short.class) {
      return whole(wanted, number, number.shortValue());
    }
    if (wanted == byte.class || wanted == Byte.class) {
      return whole(wanted, number, number.byteValue());
    }
    if (wanted == double.class || wanted == Double.class) {
      return number.doubleValue();
    }
    if (wanted == float.class || wanted == Float.class) {
      return number.floatValue();
    }
    if (wanted == BigDecimal.class && !(number instanceof BigDecimal)) {
      return number instanceof BigInteger
          ? new BigDecimal((BigInteger) number)
          : BigDecimal.valueOf(number.doubleValue());
    }
    return wanted.isInstance(number) ? number : refuse(wanted, number);
  }

  /** Nothing of the number may be lost. */
  private static Object whole(Class<?> wanted, Number number, Number converted) {
    return converted.doubleValue() == number.doubleValue() ? converted : refuse(wanted, number);
  }

  private static Object refuse(Class<?> wanted, @Nullable Object value) {
    throw new IllegalArgumentException("can't be " + value + "; give a " + wanted.getSimpleName());
  }
}
