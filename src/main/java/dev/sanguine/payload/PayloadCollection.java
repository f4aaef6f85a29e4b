package dev.sanguine.payload;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;

/**
 * The records of a collection. Ids are whole numbers or text, as the collection has them.
 *
 * @param <T> the records' type: Object for plain documents
 */
public final class PayloadCollection<T> {
  private final PayloadClient client;
  private final String slug;
  private final Decoder<T> decoder;

  PayloadCollection(PayloadClient client, String slug, Decoder<T> decoder) {
    this.client = client;
    this.slug = slug;
    this.decoder = decoder;
  }

  /** The collection's name on the server. */
  public String slug() {
    return slug;
  }

  /** Timers, thenables and errors of whoever asks. */
  public Environment environment() {
    return client.environment();
  }

  public Thenable<Page<T>> find(Find find) {
    return find(find, Call.plain());
  }

  public Thenable<Page<T>> find(Find find, Call call) {
    QueryText query = new QueryText();
    find.write(query);
    call.write(query);
    return client.get(
        "/" + slug,
        query,
        call,
        (answers, request, response, answer) -> answers.page(request, response, answer, decoder));
  }

  /** How many records meet the condition; null for all of the collection's. */
  public Thenable<Double> count(Where where) {
    return count(where, Call.plain());
  }

  public Thenable<Double> count(Where where, Call call) {
    QueryText query = new QueryText();
    Find.all().where(where).writeWhere(query);
    return client.get("/" + slug + "/count", query, call, (answers, request, response, answer) -> {
      double count = Json.number(answer, "totalDocs");
      if (!(count >= 0)) {
        throw answers.raise(answers.unreadable(
            request, response, "The server's answer has no count 'totalDocs'.", true));
      }
      return count;
    });
  }

  /** The record with this id; {@link ErrorKind#NOT_FOUND} if there is none. */
  public Thenable<T> findById(Object id) {
    return findById(id, Call.plain());
  }

  public Thenable<T> findById(Object id, Call call) {
    QueryText query = new QueryText();
    call.write(query);
    return client.get(
        record(id),
        query,
        call,
        (answers, request, response, answer) ->
            answers.decode(request, response, answer, "", decoder));
  }

  /** Adds a record of these fields and gives it as the server made it. */
  public Thenable<T> create(Object data) {
    return create(data, Call.plain());
  }

  public Thenable<T> create(Object data, Call call) {
    return client.change("POST", "/" + slug, checked(data), call, this::doc);
  }

  /** Writes these fields over the record's and gives it as it is then. */
  public Thenable<T> update(Object id, Object data) {
    return update(id, data, Call.plain());
  }

  public Thenable<T> update(Object id, Object data, Call call) {
    return client.change("PATCH", record(id), checked(data), call, this::doc);
  }

  /**
   * Writes these fields over those of all records that meet the condition, and gives the records as they are then. If some
   * can't be changed it fails, although the others are: see {@link PayloadError#failed}.
   */
  public Thenable<Seq<T>> updateAll(Where where, Object data) {
    return updateAll(where, data, Call.plain());
  }

  public Thenable<Seq<T>> updateAll(Where where, Object data, Call call) {
    return client.change("PATCH", "/" + slug, all(where), checked(data), call, this::docs);
  }

  /** Removes all records that meet the condition and gives them as they were. It fails as {@link #updateAll} does. */
  public Thenable<Seq<T>> deleteAll(Where where) {
    return deleteAll(where, Call.plain());
  }

  public Thenable<Seq<T>> deleteAll(Where where, Call call) {
    return client.change("DELETE", "/" + slug, all(where), null, call, this::docs);
  }

  /** Removes the record and gives it as it was. */
  public Thenable<T> delete(Object id) {
    return delete(id, Call.plain());
  }

  public Thenable<T> delete(Object id, Call call) {
    return client.change("DELETE", record(id), null, call, this::doc);
  }

  private T doc(Answers answers, HttpRequest request, HttpResponse response, Object answer) {
    return answers.record(request, response, answer, "doc", decoder);
  }

  private Seq<T> docs(Answers answers, HttpRequest request, HttpResponse response, Object answer) {
    return answers.docs(request, response, answer, decoder);
  }

  private QueryText all(Where where) {
    if (where == null) {
      throw new IllegalArgumentException(
          "'" + slug + "': a change of several records needs a condition; give a Where");
    }
    QueryText query = new QueryText();
    Find.all().where(where).writeWhere(query);
    return query;
  }

  private String record(Object id) {
    return "/" + slug + "/" + Names.id(id);
  }

  private Object checked(Object data) {
    if (!Json.isObject(data)) {
      throw new IllegalArgumentException("data " + Names.quote(data) + " for '" + slug
          + "' is no record; make one with Json.object(name, value, ...)");
    }
    return data;
  }
}
