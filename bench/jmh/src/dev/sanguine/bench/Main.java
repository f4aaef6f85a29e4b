package dev.sanguine.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints their medians as a Markdown table. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    boolean quick = false;
    String only = "";
    for (String arg : args) {
      if (arg.equals("--quick")) {
        quick = true;
      } else {
        only = arg;
      }
    }
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include("dev\\.sanguine\\.bench\\..*" + only)
        .verbosity(VerboseMode.SILENT)
        .forks(1)
        .jvmArgs("-Xmx2g")
        .warmupIterations(quick ? 2 : 4)
        .warmupTime(TimeValue.milliseconds(quick ? 300 : 700))
        .measurementIterations(quick ? 3 : 7)
        .measurementTime(TimeValue.milliseconds(quick ? 200 : 500));
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println("# On the JVM\n");
    System.out.println("JMH 1.37, Java " + System.getProperty("java.version")
        + ", one fork, virtual environment, median of " + (quick ? 3 : 7) + " iterations.\n");
    System.out.println("| operation | data | n | µs | least | most |");
    System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
    for (RunResult result : results) {
      Result<?> primary = result.getPrimaryResult();
      String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
      String n =
          result.getParams().getParamsKeys().contains("n") ? result.getParams().getParam("n") : "";
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s | %s |%n",
          name,
          Data.of(name),
          n,
          micros(primary.getStatistics().getPercentile(50)),
          micros(primary.getStatistics().getMin()),
          micros(primary.getStatistics().getMax()));
    }
  }

  private static String micros(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%,.0f", value);
  }
}
