package dev.sanguine.jvm;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is written to the log dev.sanguine, until it is closed. */
final class Reports extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.sanguine");
  private final BlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();

  Reports() {
    logger.addHandler(this);
  }

  /** The next one; null if none comes in the time. */
  LogRecord next(long milliseconds) throws InterruptedException {
    return records.poll(milliseconds, TimeUnit.MILLISECONDS);
  }

  @Override
  public void publish(LogRecord each) {
    records.add(each);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
