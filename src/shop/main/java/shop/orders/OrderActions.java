package shop.orders;

/** What a person can do with an order of the list; orders are named by their view key. */
interface OrderActions {
  /** Where the markup is only read. */
  OrderActions NONE = new OrderActions() {
    @Override
    public void advance(String key) {}

    @Override
    public void cancel(String key) {}

    @Override
    public void retry(String key) {}

    @Override
    public void dismiss(String key) {}
  };

  /** To the next step. */
  void advance(String key);

  void cancel(String key);

  /** Once more what was not saved. */
  void retry(String key);

  /** Takes away what is said of a change that can no longer be made. */
  void dismiss(String key);
}
