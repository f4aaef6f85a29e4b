package dev.sanguine.law;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.records.RecordShape;

/*
 * Says, in development, what a helper of an intent found nothing to do with.
 *
 * A query without data is no miss: data may come. Of the queries that filters mean, one that is changed is enough. A value
 * that the helper cannot change whatever it was given (no list, records without ids) is always told. A list that merely
 * lacks the record is usual, on another page for example: it is told only if the intent shows nowhere at all.
 */
final class HelperMisses {
  private final Intent intent;
  private final Values values;
  /** What is told only if nothing of the intent shows. */
  private final Seq<String> absent = new Seq<>();

  private boolean showsOrMayShow;

  static void tell(Intent intent) {
    new HelperMisses(intent).tell();
  }

  private HelperMisses(Intent intent) {
    this.intent = intent;
    this.values = intent.log.host.values;
  }

  private void tell() {
    intent.changes.each(change -> {
      if (change.record == null && change.kind.isOfRecords()) {
        look(change);
      } else if (change.kind != ChangeKind.RESYNC) {
        showsOrMayShow = true;
      }
    });
    if (!showsOrMayShow) {
      absent.each(intent.log.host.errors::warn);
    }
  }

  private void look(Change change) {
    Seq<String> impossible = new Seq<>();
    Seq<String> missing = new Seq<>();
    boolean[] finds = {change.places.size() == 0};
    change.places.each(folded -> {
      BaseGate gate = folded.query.gate;
      gate.refresh();
      Object old = gate.before(gate.changes.find(folded));
      boolean isPassedOver = folded.broken || folded.mayBeInBase || values.isUndefined(old);
      String why = isPassedOver || !adds(change) && !values.same(old, folded.valueAfter)
          ? null
          : whyNothing(change, folded.query.shape(), old);
      if (why == null) {
        finds[0] = true;
      } else {
        (why.isEmpty() ? missing : impossible).add(sentence(change, folded, why));
      }
    });
    if (finds[0]) {
      showsOrMayShow = true;
    } else if (missing.size() > 0) {
      missing.each(absent::add);
    } else {
      impossible.each(intent.log.host.errors::report);
    }
  }

  private static boolean adds(Change change) {
    return change.kind.adds();
  }

  /** Null if it finds something, empty if the record is not there, else why no record could be. */
  private String whyNothing(Change change, RecordShape shape, Object old) {
    Seq<Object> lists = shape.listsIn(values, old);
    boolean increments = change.kind == ChangeKind.INCREMENT;
    if (adds(change)) {
      return lists.size() > 0 || shape.hasId(values, old, shape.idOf(values, change.value))
          ? null
          : holdsNoList();
    }
    if (change.kind == ChangeKind.MERGE && !values.isRecord(change.value)) {
      return "what it is given is no record";
    }
    Object id = increments
        ? change.id
        : change.kind == ChangeKind.REMOVE ? change.value : shape.idOf(values, change.value);
    boolean isNamed = id != null && !values.isUndefined(id);
    if (shape.hasId(values, old, id)) {
      return change.kind == ChangeKind.REMOVE
          ? "the data is that record itself, which is in no list"
          : noNumber(change, old);
    }
    if (lists.size() == 0 && RecordShape.pagesIn(values, old) == null) {
      return !values.isRecord(old)
          ? "the data is no record and holds no list"
          : change.kind == ChangeKind.REMOVE
              ? holdsNoList()
              : isNamed
                  ? values.isUndefined(shape.idOf(values, old)) ? hasNoId(shape) : ""
                  : noNumber(change, old);
    }
    if (!isNamed) {
      return "the data is a list, and no " + shape.id + " says which of its records is meant";
    }
    Seq<Object> records = new Seq<>();
    lists.each(list -> values.itemsToRead(list).each(records::add));
    if (records.some(record -> shape.hasId(values, record, id))) {
      return noNumber(change, records.first(record -> shape.hasId(values, record, id)));
    }
    return records.size() == 0
            || records.some(record -> !values.isUndefined(shape.idOf(values, record)))
        ? ""
        : hasNoId(shape);
  }

  private String holdsNoList() {
    return "the data holds no list"
        + Development.hint(" as itself, as docs, or as what the option records: { list } names");
  }

  private String hasNoId(RecordShape shape) {
    return "no record there has the field " + shape.id
        + Development.hint("; name it with the option records: { id }");
  }

  /** Null if a change was made that made no difference. */
  private String noNumber(Change change, Object record) {
    return change.kind == ChangeKind.INCREMENT
            && Double.isNaN(values.number(values.field(record, change.field)))
        ? change.field + " is no number there"
        : null;
  }

  private String sentence(Change change, FoldedChange folded, String why) {
    Object given = change.kind == ChangeKind.INCREMENT
        ? change.id == null ? change.field : change.id
        : change.value;
    return "mutation " + intent.owner.label() + ": " + change.kind.word + " of " + shortened(given)
        + " finds nothing to change in "
        + folded.query.hash + ": "
        + (why.isEmpty()
            ? "the record is not there, and the mutation shows nowhere"
                + Development.hint("; name a query that holds it, or do without optimistic")
            : why);
  }

  /** The value as JSON, of which nothing is asked but to be read. */
  private String shortened(Object value) {
    String list = (String) intent.log.host.errors.attempt(
        () -> values.hashKey(values.listOf(Seq.of(value))), error -> "[a value]");
    String text = list.substring(1, list.length() - 1);
    return text.length() > 100 ? text.substring(0, 100) + "..." : text;
  }
}
