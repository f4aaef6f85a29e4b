package dev.sanguine.query.drafts;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;

/** A record with a title and a status, and forms that save what is typed into it with the request "save". */
public abstract class DraftCase extends EngineCase {
  @Before
  public final void aRecord() {
    cache("record", "{'id':1,'title':'t0','status':'s0'}");
  }

  protected final MutationOptions save() {
    return MutationOptions.create()
        .mutationFn((variables, context) -> network.send("save", variables));
  }

  protected final DraftOptions options() {
    return DraftOptions.of(key("record")).id(1.0).mutation(save());
  }

  /** A form that is on the page. */
  protected final DraftObserver form() {
    return form(options());
  }

  protected final DraftObserver form(DraftOptions options) {
    DraftObserver form = new DraftObserver(client, options);
    atEnd(form.subscribe((Listener<DraftResult>) result -> {}));
    return form;
  }

  /** The states that the form is told, one entry for each change. */
  protected final Seq<String> told(DraftObserver form) {
    Seq<String> told = new Seq<>();
    atEnd(form.subscribe((Listener<DraftResult>) result -> told.add(text(result.value))));
    return told;
  }

  /** What the field shows, its state, and what the server says of it. */
  protected final String field(DraftObserver form, String path) {
    FieldResult field = form.field(path);
    String message =
        env.values.isUndefined(field.message) ? "" : ": " + Outcome.message(field.message);
    return (field.value instanceof String ? field.value : text(field.value)) + " " + field.state
        + message;
  }

  protected final String shown(DraftObserver form) {
    return text(form.getCurrentResult().value);
  }

  /** What the server was sent. */
  protected final String sent(String request) {
    world.runMicrotasks();
    return text(network.pending(request).payload);
  }

  protected final void refuse(Object error) {
    world.runMicrotasks();
    network.pending("save").fail(error);
    world.runMicrotasks();
  }

  /** A fetch, or somebody's push, has brought the record. */
  protected final void arrives(String document) {
    cache("record", document);
  }
}
