package dev.sanguine.testkit;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Then;

/** The platform's errors, with what is reported kept instead of printed. */
final class RecordingErrors implements Errors {
  private final Errors platform;
  private final Seq<String> reports;

  RecordingErrors(Errors platform, Seq<String> reports) {
    this.platform = platform;
    this.reports = reports;
  }

  @Override
  public Object attempt(Supply body, Then<Object> onThrow) {
    return platform.attempt(body, onThrow);
  }

  @Override
  public RuntimeException raise(Object error) {
    return platform.raise(error);
  }

  @Override
  public Object create(String message) {
    return platform.create(message);
  }

  @Override
  public Object cancelled(Object revert, Object silent) {
    return platform.cancelled(revert, silent);
  }

  @Override
  public boolean isCancelled(Object error) {
    return platform.isCancelled(error);
  }

  @Override
  public boolean cancelledReverts(Object error) {
    return platform.cancelledReverts(error);
  }

  @Override
  public boolean cancelledSilently(Object error) {
    return platform.cancelledSilently(error);
  }

  @Override
  public Object member(Object error, String name) {
    return platform.member(error, name);
  }

  @Override
  public double status(Object error) {
    return platform.status(error);
  }

  @Override
  public boolean isLost(Object error) {
    return platform.isLost(error);
  }

  @Override
  public void warn(String message) {
    reports.add(message);
  }

  @Override
  public void report(String message, Object error) {
    reports.add(message);
  }
}
