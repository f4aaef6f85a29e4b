package shop.orders;

/** What a person can do with an order of the list; orders are named by their view key. */
interface OrderActions {
  /** Where the markup is only read. */
  OrderActions NONE = (action, key) -> {};

  /** One button each. */
  enum Action {
    /** To the next step. */
    ADVANCE,
    CANCEL,
    /** Takes the cancelling back while it is held. */
    UNDO,
    /** Once more what was not saved; if somebody else was faster, on top of theirs. */
    RETRY,
    /** Takes away what is said of a change; if somebody else was faster, theirs stays. */
    DISMISS
  }

  void act(Action action, String key);
}
