package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/**
 * The one server of a simulation. It holds documents, takes each write once, refuses what can't be done, and keeps every
 * state it ever had: what a client may show is judged by this history.
 */
final class SimulatedServer {
  static final int FIELDS = 2;

  /** A document at one moment. */
  static final class Doc {
    final String id;
    /** Larger than those of all documents that were there before it. */
    final int place;
    /** How often it was written. */
    final int version;

    final double count;
    private final String[] fields;
    private Object withText;
    private Object withNumber;

    Doc(String id, int place, int version, double count, String[] fields) {
      this.id = id;
      this.place = place;
      this.version = version;
      this.count = count;
      this.fields = fields;
    }

    /** The token of the last write of the field; empty if it had none. */
    String field(int field) {
      return fields[field];
    }

    /** The document as an answer holds it, its id a number or a text. */
    Object document(SimulatedSetting setting, boolean number) {
      Object made = number ? withNumber : withText;
      if (made == null) {
        Object key = SimulatedDocs.id(id, number);
        made = Json.object(
            "id", key, "f0", fields[0], "f1", fields[1], "n", count, "version", version);
        if (setting.isNested) {
          made = Json.with(made, "children", Json.array(child(key)));
        }
        if (number) {
          withNumber = made;
        } else {
          withText = made;
        }
      }
      return made;
    }

    Doc with(SimulatedWrite write) {
      String[] next = fields;
      if (write.kind == SimulatedWrite.Kind.SET) {
        next = new String[] {fields[0], fields[1]};
        next[write.field] = write.token;
      }
      return new Doc(
          id,
          place,
          version + 1,
          write.kind == SimulatedWrite.Kind.COUNT ? count + write.by : count,
          next);
    }
  }

  /** What the server held at one moment; never changed. */
  static final class State {
    final Seq<Doc> docs;
    /** How many writes were taken before. */
    final int version;

    State(Seq<Doc> docs, int version) {
      this.docs = docs;
      this.version = version;
    }

    /** Null if there is none. */
    Doc doc(String id) {
      int at = find(id);
      return at < 0 ? null : docs.get(at);
    }

    private int find(String id) {
      for (int i = 0; i < docs.size(); i++) {
        if (docs.get(i).id.equals(id)) {
          return i;
        }
      }
      return -1;
    }
  }

  private final Seq<State> history = new Seq<>();
  private int places;

  SimulatedServer(SimulatedSetting setting) {
    Seq<Doc> docs = new Seq<>();
    for (int id = 1; id <= setting.documents; id++) {
      docs.add(fresh(String.valueOf(id)));
    }
    history.add(new State(docs, 0));
  }

  /** The record inside a document, which nobody ever changes. */
  static Object child(Object id) {
    return Json.object("id", id, "f0", "", "n", 0, "version", 0);
  }

  State now() {
    return history.get(history.size() - 1);
  }

  State at(int version) {
    return history.get(version);
  }

  /** Takes all of these, or none; each once however often it is sent. */
  boolean takeAll(Seq<SimulatedWrite> writes) {
    int before = history.size();
    for (int i = 0; i < writes.size(); i++) {
      if (!take(writes.get(i))) {
        while (history.size() > before) {
          history.removeAt(history.size() - 1);
        }
        writes.each(write -> write.taken = write.taken < before ? write.taken : -1);
        return false;
      }
    }
    return true;
  }

  /** Takes a write, once however often it is sent; false if it is refused. */
  boolean take(SimulatedWrite write) {
    if (write.taken >= 0) {
      return true;
    }
    State now = now();
    int at = now.find(write.id);
    boolean isNew = write.kind == SimulatedWrite.Kind.ADD;
    if (at < 0 != isNew
        || !isNew && write.ifVersion >= 0 && now.docs.get(at).version != write.ifVersion) {
      return false;
    }
    Seq<Doc> docs = now.docs.copy();
    if (isNew) {
      docs.add(fresh(write.id));
    } else if (write.kind == SimulatedWrite.Kind.REMOVE) {
      docs.removeAt(at);
    } else {
      docs.set(at, docs.get(at).with(write));
    }
    write.taken = now.version + 1;
    history.add(new State(docs, write.taken));
    return true;
  }

  private Doc fresh(String id) {
    return new Doc(id, ++places, 0, 0, new String[] {"", ""});
  }
}
