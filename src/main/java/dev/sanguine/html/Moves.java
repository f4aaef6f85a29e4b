package dev.sanguine.html;

/** Which rows may stay where they are while the others are moved around them. */
final class Moves {
  private Moves() {}

  /**
   * The places of a longest rising run through {@code sources}, which are the old places of the rows in their new order
   * (-1: a new row). Moving the rows outside the run is the least that can be done.
   *
   * @param pinned the place of a row that must be part of the run, because moving a node takes the focus from it; or -1
   */
  static boolean[] staying(int[] sources, int pinned) {
    int n = sources.length;
    boolean[] staying = new boolean[n];
    int[] ends = new int[n];
    int[] previous = new int[n];
    int length = 0;
    for (int i = 0; i < n; i++) {
      if (sources[i] < 0 || (pinned >= 0 && !fits(sources, i, pinned))) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sources[ends[middle]] < sources[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = low == length ? length + 1 : length;
    }
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      staying[i] = true;
    }
    return staying;
  }

  /** True if both rows are on the same sides of each other as before. */
  private static boolean fits(int[] sources, int i, int pinned) {
    return i == pinned || (i < pinned) == (sources[i] < sources[pinned]);
  }
}
