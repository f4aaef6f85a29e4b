package dev.sanguine.query.jvm;

import static org.junit.Assert.assertSame;

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
import org.junit.Test;

/** Options are merged member by member on the JVM: none may be left out. */
public class MergedOptionsTest {
  private final QueryClient client =
      new QueryClient(new QueryClientConfig().environment(new VirtualEnvironment().environment()));

  @Test
  public void queryOptions_areMergedWhole() throws Exception {
    for (Field field : QueryOptions.class.getFields()) {
      if (isMerged(field)) {
        DefaultOptions defaults = new DefaultOptions();
        defaults.queries = new QueryOptions();
        QueryOptions ofCall = new QueryOptions();
        ofCall.queryHash = field.getName().equals("queryHash") ? null : "#";
        field.set(defaults.queries, some(field.getType()));
        client.setDefaultOptions(defaults);
        assertSame(
            field.getName(),
            field.get(defaults.queries),
            field.get(client.defaultQueryOptions(ofCall)));
        field.set(ofCall, some(field.getType()));
        assertSame(
            field.getName(), field.get(ofCall), field.get(client.defaultQueryOptions(ofCall)));
      }
    }
  }

  @Test
  public void mutationOptions_areMergedWhole() throws Exception {
    for (Field field : MutationOptions.class.getFields()) {
      if (isMerged(field)) {
        DefaultOptions defaults = new DefaultOptions();
        defaults.mutations = new MutationOptions();
        MutationOptions ofCall = new MutationOptions();
        field.set(defaults.mutations, some(field.getType()));
        client.setDefaultOptions(defaults);
        assertSame(
            field.getName(),
            field.get(defaults.mutations),
            field.get(client.defaultMutationOptions(ofCall)));
        field.set(ofCall, some(field.getType()));
        assertSame(
            field.getName(), field.get(ofCall), field.get(client.defaultMutationOptions(ofCall)));
      }
    }
  }

  private static boolean isMerged(Field field) {
    return !Modifier.isStatic(field.getModifiers()) && !field.getName().equals("_defaulted");
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
