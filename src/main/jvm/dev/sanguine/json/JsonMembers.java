package dev.sanguine.json;

import dev.sanguine.env.Document;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a value of the program's own holds by name: the components of a Java record, the members of a {@link Document}. */
final class JsonMembers {
  private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
    @Override
    protected Method[] computeValue(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Method[] accessors = new Method[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        accessors[i].setAccessible(true);
      }
      return accessors;
    }
  };

  private JsonMembers() {}

  static boolean areIn(Object value) {
    return value instanceof Record || value instanceof Document;
  }

  static Map<String, Object> of(Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (value instanceof Document) {
      Document document = (Document) value;
      document.memberNames().each(name -> members.put(name, document.member(name)));
      return members;
    }
    for (Method accessor : ACCESSORS.get(value.getClass())) {
      try {
        members.put(accessor.getName(), accessor.invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return members;
  }
}
