package dev.sanguine.query.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.HydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.DehydratedMutation;
import dev.sanguine.query.state.DehydratedState;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.base.Js;
import org.junit.Test;

/** Which of JavaScript's values are plain data, and which options are equal. */
public class PlainValuesTest extends EngineCase {
  private final Object q = key("q");

  @JsMethod(namespace = JsPackage.GLOBAL)
  private static native Object eval(String source);

  private void isShared(boolean shared, String source) {
    Object before = eval(source);
    Object after = env.values.replaceEqualDeep(before, eval(source));
    assertEquals(source, shared, before == after);
  }

  @Test
  public void recordsOfLiterals_andThoseWithoutAClass_areShared() {
    isShared(true, "({a: 1})");
    isShared(true, "Object.assign(Object.create(null), {a: 1})");
    isShared(true, "Object.assign(Object.create(Object.create(null)), {a: 1})");
    isShared(true, "({constructor: 'a field', a: 1})");
  }

  @Test
  public void whatSaysThatItIsSomethingElse_isNot() {
    isShared(false, "({a: 1, [Symbol.toStringTag]: 'Other'})");
    isShared(false, "(function() { return arguments; })(1)");
    isShared(false, "new (class { a = 1 })()");
    isShared(false, "Object.create({constructor: 1})");
  }

  @Test
  public void overAListThatHasMoreThanItems_theNextIsTakenAsItIs() {
    Object next = eval("[{a: 1}, 2]");
    assertSame(next, env.values.replaceEqualDeep(eval("Object.assign([{a: 1}], {more: 1})"), next));
  }

  @Test
  public void optionsAreOthers_ifTheirMembersHaveOtherNames() {
    QueryObserver observer = new QueryObserver(client, options("a"));
    Seq<String> events = new Seq<>();
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>) event -> events.add(event.type)));
    observer.setOptions(options("a"));
    assertEquals("", join(events));
    observer.setOptions(options("b"));
    assertEquals("observerOptionsUpdated", join(events));
  }

  private QueryOptions options(String undefinedMember) {
    QueryOptions options = QueryOptions.of(q);
    Js.asPropertyMap(options).set(undefinedMember, undefined());
    return options;
  }

  @Test
  public void nullIsData_thatComesLateToo() {
    QueryObserver observer = new QueryObserver(client, QueryOptions.of(q));
    QueryOptions late = QueryOptions.of(q);
    late.initialData = null;
    observer.setOptions(late);
    assertEquals("success", observer.getCurrentResult().status);
  }

  @Test
  public void aKeyWithoutAHash_isNamedAsJavaScriptWould() {
    Query query = client.getQueryCache().build(client, QueryOptions.of(q), null);
    Outcome outcome = outcome(query.fetch(QueryOptions.of(q).retry(0), null));
    settle();
    assertEquals("failed: Missing queryFn: 'undefined'", outcome.toString());
  }

  @Test
  public void aKeyThatIsWrittenAsUndefined_standsOverThatOfTheDefaults() {
    DehydratedState state = new DehydratedState();
    state.queries = new Seq<>();
    state.mutations = Seq.of(Js.<DehydratedMutation>uncheckedCast(eval(
        "({mutationKey: undefined, state: {status: 'error', failureCount: 1, isPaused: false}})")));
    DefaultOptions defaults = new DefaultOptions();
    defaults.hydrate = new HydrateOptions();
    defaults.hydrate.mutations = MutationOptions.create().mutationKey(key("default"));
    client.setDefaultOptions(defaults);
    Hydration.hydrate(client, state, null);
    assertTrue(
        env.values.isUndefined(client.getMutationCache().getAll().get(0).options.mutationKey));
  }
}
