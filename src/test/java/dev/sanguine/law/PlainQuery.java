package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordShape;

/** A query that is nothing but two values: what was confirmed, and what is shown. */
final class PlainQuery extends FoldedQuery {
  /** What it has shown, each time that those who watch were told. */
  final Seq<Object> told = new Seq<>();
  /** The numbers since which it was asked to fetch. */
  final Seq<Double> asked = new Seq<>();
  /** Somebody watches, and there is something to fetch with. */
  boolean isWatched;

  boolean isInvalidated;
  private boolean isFetching;
  private Object base;
  private Object view;

  PlainQuery(String hash, IntentLog log, Object base) {
    super(hash, log);
    this.base = base;
    view = base;
  }

  @Override
  public RecordShape shape() {
    return RecordShape.USUAL;
  }

  @Override
  protected Object share(Object previous, Object next) {
    return values.replaceEqualDeep(previous, next);
  }

  @Override
  protected boolean sharesByOwnFunction() {
    return false;
  }

  @Override
  public boolean hasVersions() {
    return false;
  }

  @Override
  protected Holds versionSays(
      Object data, Object base, Object before, Object after, Object answer, String who) {
    return Holds.UNKNOWN;
  }

  @Override
  public Object base() {
    return base;
  }

  @Override
  public Object view() {
    if (gate != null) {
      gate.refresh();
    }
    return view;
  }

  @Override
  protected boolean isInvalidated() {
    return isInvalidated;
  }

  @Override
  protected boolean isFetching() {
    return isFetching;
  }

  @Override
  protected double now() {
    return 0;
  }

  @Override
  protected void keepBase() {}

  @Override
  protected void show(Object view) {
    this.view = view;
  }

  @Override
  protected void showBase() {
    view = base;
  }

  @Override
  protected void becomeBase(ArrivedValue value) {
    base = value.data;
    gate.rebase(base);
    announce();
  }

  @Override
  protected void rewriteBase(Object data) {
    base = data;
  }

  @Override
  protected void bake(Object data, Change baked) {
    base = data;
    isInvalidated = true;
  }

  @Override
  protected void endFetch() {
    isFetching = false;
  }

  @Override
  protected void invalidate() {
    isInvalidated = true;
  }

  @Override
  protected void announce() {
    told.add(view());
  }

  @Override
  protected void lastChangeLeft() {}

  @Override
  protected boolean canResync() {
    return isWatched;
  }

  @Override
  protected boolean resync(double owedSince) {
    asked.add(owedSince);
    isFetching = true;
    return true;
  }

  @Override
  protected void refuseFetchedBefore(double number) {}
}
