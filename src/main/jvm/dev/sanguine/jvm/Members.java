package dev.sanguine.jvm;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of an object of the program's own by name: the components of a record, which can be made anew with
 * some of them changed, or else the public fields.
 */
final class Members {
  private static final ClassValue<Members> OF = new ClassValue<>() {
    @Override
    protected Members computeValue(Class<?> type) {
      return new Members(type);
    }
  };

  private interface Getter {
    @Nullable
    Object get(Object of) throws ReflectiveOperationException;
  }

  private final Class<?> type;
  private final Map<String, Getter> getters = new LinkedHashMap<>();
  private final RecordComponent[] components;
  private @Nullable Constructor<?> constructor;

  private Members(Class<?> type) {
    this.type = type;
    components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    try {
      if (type.isRecord()) {
        readRecord();
      } else {
        readFields();
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readRecord() throws NoSuchMethodException {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Method accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      getters.put(components[i].getName(), accessor::invoke);
    }
    constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
  }

  private void readFields() {
    for (Field field : type.getFields()) {
      // The class itself may be an app's own, and not public.
      if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
        getters.put(field.getName(), field::get);
      }
    }
  }

  /** The member's value, whole numbers as documents have them; null if there is none of that name. */
  static @Nullable Object get(@Nullable Object of, String name) {
    if (of == null) {
      return null;
    }
    Getter getter = OF.get(of.getClass()).getters.get(name);
    try {
      return getter == null ? null : plain(getter.get(of));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Numbers as doubles; a long that no double can hold stays what it is. */
  private static @Nullable Object plain(@Nullable Object value) {
    boolean exact = value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Float
        || value instanceof Long && Math.abs((Long) value) <= 1L << 53;
    return exact && value != null ? (Object) ((Number) value).doubleValue() : value;
  }

  /** The names of the members, in the order of their declaration. */
  static Iterable<String> names(Object of) {
    return OF.get(of.getClass()).getters.keySet();
  }

  /** Whether it is a record, so that {@link #with} takes it. */
  static boolean isRecord(@Nullable Object value) {
    return value instanceof Record;
  }

  /**
   * The record with some components changed; names that it has not are passed over, numbers become the component's type.
   *
   * @throws IllegalArgumentException if a component cannot hold its value
   */
  @SuppressWarnings("NullAway") // A record has a constructor, and a getter for each component.
  static Object with(Object record, Map<?, ?> changes) {
    Members members = OF.get(record.getClass());
    Object[] values = new Object[members.components.length];
    boolean changed = false;
    try {
      for (int i = 0; i < values.length; i++) {
        String name = members.components[i].getName();
        values[i] = members.getters.get(name).get(record);
        if (changes.containsKey(name)) {
          values[i] = members.fitting(members.components[i], changes.get(name));
          changed = true;
        }
      }
      return changed ? members.constructor.newInstance(values) : record;
    } catch (InvocationTargetException e) {
      // What the record's own constructor threw.
      throw e.getCause() instanceof RuntimeException
          ? (RuntimeException) e.getCause()
          : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object fitting(RecordComponent component, @Nullable Object value) {
    try {
      return Fitting.to(component.getGenericType(), value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "record " + type.getSimpleName() + ": " + component.getName() + " " + e.getMessage(), e);
    }
  }

  /**
   * A record of this type from a document that has its components by name; one that the document lacks is null.
   *
   * @throws IllegalArgumentException if a component cannot hold its value
   */
  @SuppressWarnings("NullAway") // A record has a constructor.
  static Object make(Class<?> type, Map<?, ?> document) {
    Members members = OF.get(type);
    Object[] values = new Object[members.components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          members.fitting(members.components[i], document.get(members.components[i].getName()));
    }
    try {
      return members.constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException
          ? (RuntimeException) e.getCause()
          : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
