package dev.sanguine.query.jvm;

import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.testkit.VirtualEnvironment;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Options are merged member by member on the JVM: none may be left out. */
public class MergedOptionsTest {
  private final QueryClient client =
      new QueryClient(new QueryClientConfig().environment(new VirtualEnvironment().environment()));

  @Test
  public void queryOptions_areMergedWhole() throws Exception {
    for (Field field : mergedFields(QueryOptions.class)) {
      DefaultOptions defaults = new DefaultOptions();
      defaults.queries = new QueryOptions();
      field.set(defaults.queries, some(field.getType()));
      client.setDefaultOptions(defaults);
      QueryOptions ofCall = new QueryOptions();
      // Without a key there is no hash, unless this is the field that is tried.
      ofCall.queryHash = "#";
      field.set(ofCall, null);
      assertSame(
          field.getName(),
          field.get(defaults.queries),
          field.get(client.defaultQueryOptions(ofCall)));
      field.set(ofCall, some(field.getType()));
      assertSame(field.getName(), field.get(ofCall), field.get(client.defaultQueryOptions(ofCall)));
    }
  }

  @Test
  public void mutationOptions_areMergedWhole() throws Exception {
    for (Field field : mergedFields(MutationOptions.class)) {
      DefaultOptions defaults = new DefaultOptions();
      defaults.mutations = new MutationOptions();
      field.set(defaults.mutations, some(field.getType()));
      client.setDefaultOptions(defaults);
      MutationOptions ofCall = new MutationOptions();
      assertSame(
          field.getName(),
          field.get(defaults.mutations),
          field.get(client.defaultMutationOptions(ofCall)));
      field.set(ofCall, some(field.getType()));
      assertSame(
          field.getName(), field.get(ofCall), field.get(client.defaultMutationOptions(ofCall)));
    }
  }

  private static List<Field> mergedFields(Class<?> options) {
    List<Field> fields = Stream.of(options.getFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getName().equals("_defaulted"))
        .collect(Collectors.toList());
    assertTrue(fields.size() > 5);
    return fields;
  }

  private static Object some(Class<?> type) throws ReflectiveOperationException {
    if (type == Object.class) {
      return QueryKey.of("some");
    }
    if (type == String.class) {
      return "some".concat(" text");
    }
    return type.isInterface()
        ? Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> "proxy")
        : type.getDeclaredConstructor().newInstance();
  }
}
