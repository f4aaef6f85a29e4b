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
}
