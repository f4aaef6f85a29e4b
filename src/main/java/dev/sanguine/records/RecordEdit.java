package dev.sanguine.records;

/** What becomes of one record, wherever it stands. */
public abstract class RecordEdit {
  public final String type;
  public final Object id;
  /** It is new: nobody has it yet. */
  final boolean isNew;

  /**
   * The number of all records has changed for one that is on none of the loaded pages: done twice, it would count twice. Set
   * by {@link Records#edited}.
   */
  public boolean countsUnseen;

  protected RecordEdit(String type, Object id, boolean isNew) {
    this.type = type;
    this.id = id;
    this.isNew = isNew;
  }

  /** Makes the record of the one that stands there; null takes it out. */
  protected abstract Object inPlace(Object record);

  /** The record as confirmed values elsewhere have it; null if none has it. */
  protected abstract Object confirmed();

  /** Whether the confirmed value of the list lacks the record, which belongs there by what is known elsewhere. */
  protected abstract Holds isLacked();

  /** The whole record as it was before; null if that is not known, or if there was none. */
  protected abstract Object before();

  /** The whole record as it is then; null if that is not known, or if there is none. */
  protected abstract Object after();
}
