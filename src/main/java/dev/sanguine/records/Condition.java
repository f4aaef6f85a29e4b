package dev.sanguine.records;

/** Which records belong to a list. */
public interface Condition {
  /** What every record belongs to. */
  Condition ANY = (record, parent) -> Holds.YES;

  /**
   * Whether the record belongs; unknown if it lacks a field that decides.
   *
   * @param parent the record in which the list stands; null if it stands in none
   */
  Holds of(Object record, Object parent);

  /** False if none of these fields decides. A function looks at what it likes. */
  default boolean isAbout(Object fields) {
    return true;
  }

  /** Whether a record belongs of which only these fields are known. A function is asked of whole records alone. */
  default Holds ofFields(Object fields) {
    return Holds.UNKNOWN;
  }
}
