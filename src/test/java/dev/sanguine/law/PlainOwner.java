package dev.sanguine.law;

/** A mutation that is nothing but what it changes. */
final class PlainOwner extends IntentOwner {
  /** What it writes down. */
  interface Changes {
    void write(Intent intent);
  }

  private final String name;
  private final Changes changes;

  PlainOwner(String name, Changes changes) {
    this.name = name;
    this.changes = changes;
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Object variables() {
    return null;
  }

  @Override
  protected Object error() {
    return null;
  }

  @Override
  protected Object write(Intent intent, Object variables) {
    changes.write(intent);
    return null;
  }

  @Override
  public Updater merge(Object answer) {
    return null;
  }

  @Override
  protected Object resync() {
    return null;
  }

  @Override
  protected boolean asksForResync() {
    return false;
  }

  @Override
  protected Object resyncOf(Object answer, Object variables) {
    return null;
  }

  @Override
  protected boolean isRunning() {
    return false;
  }

  @Override
  protected boolean isInCallbacks(Intent intent) {
    return false;
  }
}
