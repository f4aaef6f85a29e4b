package dev.sanguine.client;

import dev.sanguine.env.Mapping;
import dev.sanguine.law.RecordIntent;
import dev.sanguine.law.Updater;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one record, in every query that shows it now or later; see {@link Intent#record}.
 *
 * @param <E> the type of the record
 */
public final class RecordChanges<E> {
  private final RecordIntent raw;

  RecordChanges(RecordIntent raw) {
    this.raw = raw;
  }

  /**
   * Writes fields over the record.
   *
   * @param fields a document, {@code Json.object("status", "paid")}; on the JVM also a map
   */
  public void merge(Object fields) {
    raw.merge(fields);
  }

  /**
   * Replaces the record by what the function makes of it; null leaves it as it is. The function is pure, as that of {@link
   * Intent#update}.
   *
   * @param change makes the next record of the present one
   */
  @SuppressWarnings("unchecked")
  public void update(Mapping<E, @Nullable E> change) {
    Updater updater = old -> Plain.of(change.of((E) old));
    raw.update(updater);
  }

  /**
   * Adds {@code by} to the record's number; an absent one counts as 0.
   *
   * @param field the field's name
   * @param by how much
   */
  public void increment(String field, double by) {
    raw.increment(field, by);
  }

  /** Takes the record out of every list. The data of its own page stays. */
  public void remove() {
    raw.remove();
  }
}
