package dev.sanguine.query.drafts;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.WeakTable;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.pending.EngineListener;
import dev.sanguine.query.state.Action;

/** The drafts of one client, by their records. A draft is here as long as somebody shows it, or something in it is not saved. */
final class DraftBook extends EngineListener {
  private static final WeakTable<DraftBook> BOOKS = new WeakTable<>();

  final QueryClient client;
  private final Table<String, Draft> drafts = new Table<>();
  private final Table<Mutation, DraftSave> saves = new Table<>();
  /** The server's ids, by the temporary ones that records had before. */
  private final Table<String, Object> realIds = new Table<>();

  private DraftBook(QueryClient client) {
    this.client = client;
  }

  static DraftBook ofClient(QueryClient client) {
    DraftBook book = BOOKS.get(client);
    if (book == null) {
      BOOKS.put(client, book = new DraftBook(client));
      client.log();
      client.law.add(book);
    }
    return book;
  }

  /** The key, or the id, with the server's ids in the place of temporary ones. */
  Object named(Object keyOrId) {
    return keyOrId == null
        ? null
        : QueryKey.map(
            keyOrId,
            text -> realIds.has((String) text)
                ? realIds.get((String) text)
                : TemporaryIds.realId(client, text));
  }

  /** How many records the server has named. */
  int names() {
    return realIds.size();
  }

  /** Null if nothing is typed there, and nobody shows it. */
  Draft find(String name) {
    return drafts.get(name);
  }

  void add(Draft draft, String name) {
    draft.name = name;
    drafts.put(name, draft);
  }

  void dropIfEmpty(Draft draft) {
    if (draft.observers.size() == 0 && draft.isEmpty() && drafts.get(draft.name) == draft) {
      drafts.remove(draft.name);
    }
  }

  void follow(DraftSave save) {
    saves.put(save.mutation, save);
  }

  void forget(Mutation mutation) {
    saves.remove(mutation);
  }

  // What the engine does

  @Override
  public void queryChanged(Query query, Action action) {
    drafts.each(draft -> {
      if (draft.source.isAbout(query)) {
        draft.tellLater();
      }
    });
  }

  @Override
  public void queryRemoved(Query query) {
    queryChanged(query, null);
  }

  @Override
  public void intentChanged(Intent intent) {
    if (intent.state == IntentState.CONFIRMED && intent.makesRecords && client.log.names != null) {
      Seq<Seq<Object>> pairs = client.log.names.pairs(intent.owner, intent.answer);
      pairs.each(pair -> rename((String) pair.get(0), pair.get(1)));
    }
    if (intent.owner == null) {
      return;
    }
    Mutation mutation = MutationIntents.mutationOf(intent);
    DraftSave save = saves.get(mutation);
    if (save != null) {
      save.draft.saves(this).intentChanged(save, intent);
    }
  }

  private void rename(String temporary, Object real) {
    realIds.put(temporary, real);
    drafts.values().each(draft -> {
      draft.source.rename(temporary, real);
      String name = draft.source.name(client);
      if (!name.equals(draft.name)) {
        drafts.remove(draft.name);
        Draft other = drafts.get(name);
        if (other != null) {
          draft.take(other);
        }
        add(draft, name);
        draft.tellLater();
      }
    });
  }

  @Override
  public void cleared() {
    saves.clear();
    realIds.clear();
    Seq<Draft> all = drafts.values();
    all.each(draft -> {
      draft.forget();
      dropIfEmpty(draft);
    });
  }
}
