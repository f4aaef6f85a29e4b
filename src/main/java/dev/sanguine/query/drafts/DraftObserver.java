package dev.sanguine.query.drafts;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.ThreadGuard;
import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * A form's view of one record: what the record has, and over it what a person has typed. All observers of one record share
 * one draft, which outlives them: it ends when it is saved or discarded.
 *
 * <p>A change that comes from a person is told in the same call, so that an input has the text before the browser paints.
 * What comes from elsewhere is told through the notify manager.
 */
@JsType
public class DraftObserver extends Subscribable {
  private final DraftBook book;
  private final Environment env;
  private DraftOptions options;
  private RecordSource source;
  /** The draft of this record, as long as there is none in the book. */
  private Draft own;

  private DraftResult told;
  /** How many records the server had named when the source was made. */
  private int names;

  @JsConstructor
  public DraftObserver(QueryClient client, DraftOptions options) {
    Binding.bind(
        this,
        "getCurrentResult",
        "set",
        "value",
        "field",
        "save",
        "discard",
        "resolve",
        "focus",
        "blur");
    env = client.environment;
    ThreadGuard.check(env);
    book = DraftBook.ofClient(client);
    setOptions(options);
  }

  /** Another record, or another way to save. What was typed into the record before stays with that. */
  public void setOptions(DraftOptions options) {
    boolean isNothing = options == null
        || isMissing(options.queryKey) && (isMissing(options.record) || isMissing(options.id));
    if (isNothing || isMissing(options.mutation)) {
      env.errors.fail(env.errors.create("DraftObserver: "
          + (isNothing ? "no record is named" : "no mutation is given")
          + Development.hint(
              isNothing
                  ? "; give { queryKey } of a query that shows it, or { record, id }"
                  : "; say in { mutation } how the record is saved")));
    }
    String before = source == null ? null : name();
    this.options = options;
    source = sourceOf(options);
    if (!name().equals(before)) {
      own = null;
      if (hasListeners()) {
        leave(book.find(before));
        join();
      }
    }
    draft().source.add(book.named(options.queryKey));
  }

  private RecordSource sourceOf(DraftOptions options) {
    names = book.names();
    RecordSource made = new RecordSource(
        book.client,
        isMissing(options.record) ? null : options.record,
        isMissing(options.id) ? null : book.named(options.id));
    made.add(options.queryKey);
    made.add(book.named(options.queryKey));
    return made;
  }

  private boolean isMissing(Object option) {
    return option == null || env.values.isUndefined(option);
  }

  /** What the draft is known by, also after the server has named the record. */
  private String name() {
    if (names != book.names()) {
      source = sourceOf(options);
      own = null;
    }
    return source.name(book.client);
  }

  private Draft draft() {
    Draft shared = book.find(name());
    if (shared != null) {
      return shared;
    }
    if (own == null) {
      own = new Draft(book.client, source, "draft " + name());
    }
    return own;
  }

  /** The draft, which is in the book from now on. */
  private Draft shared() {
    ThreadGuard.check(env);
    Draft draft = draft();
    if (draft == own) {
      book.add(draft, name());
      own = null;
    }
    return draft;
  }

  // What it shows

  /** The same object until something changed. */
  public DraftResult getCurrentResult() {
    ThreadGuard.check(env);
    return draft().show();
  }

  /** What the field at that path shows: the same object until something of it changed. */
  public FieldResult field(String path) {
    ThreadGuard.check(env);
    return draft().show(path);
  }

  /** What the field at that path shows; without a path, the record. */
  public Object value(@JsOptional String path) {
    return isMissing(path) ? getCurrentResult().value : field(path).value;
  }

  // What a person does

  /** The field's text is this from now on. */
  public void set(String path, Object value) {
    shared().set(path, value);
  }

  /** The person is in the field: its text changes by nothing but him until {@link #blur}. */
  public void focus(String path) {
    shared().focus(path, this);
  }

  /** The person leaves the field. */
  public void blur(String path) {
    draft().blur(path, this);
    book.dropIfEmpty(draft());
  }

  /**
   * Sends what is dirty, of that field or of all, as it is now. Gives the answer; a rejection need not be handled, since the
   * fields tell it.
   */
  public Thenable<Object> save(@JsOptional String path) {
    return shared().saves(book).save(options, isMissing(path) ? null : path);
  }

  /** Forgets what was typed, and what was said of it, of that field or of all. What is under way goes on. */
  public void discard(@JsOptional String path) {
    Draft draft = draft();
    draft.discard(isMissing(path) ? null : path, draft.saves(book));
    book.dropIfEmpty(draft);
  }

  /**
   * Decides about a field that somebody else has changed, too: {@code "mine"} keeps the text, {@code "theirs"} drops it,
   * and anything else is the text from now on. If that was asked by a save, the save goes on.
   */
  public Thenable<Object> resolve(String path, Object answer) {
    return shared().saves(book).resolve(options, path, answer);
  }

  // Who listens

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1) {
      join();
    }
  }

  private void join() {
    Draft draft = shared();
    draft.observers.add(this);
    told = draft.show();
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      leave(book.find(name()));
    }
  }

  private void leave(Draft draft) {
    if (draft != null) {
      draft.leave(this);
      book.dropIfEmpty(draft);
    }
  }

  @JsIgnore
  void notifyIfChanged() {
    DraftResult now = getCurrentResult();
    if (now != told) {
      told = now;
      tell(now);
    }
  }
}
