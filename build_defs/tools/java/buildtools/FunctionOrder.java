package buildtools;

import com.google.javascript.rhino.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/**
 * Puts the functions of a module where gzip makes least of them: calls find them anywhere, and gzip sees 32 kB back,
 * the near for fewer bits than the far. First all stand behind the other statements; then each is tried, the longest
 * first, behind the few that are most like it. The same code gives the same order.
 */
final class FunctionOrder {
  private static final int GRAM = 6;

  /** Behind how many others a function is tried. */
  private static final int NEIGHBOURS = 3;

  /** A statement as it is printed, and which runs of characters it has. */
  private static final class Statement {
    final String text;
    final BitSet grams = new BitSet();

    Statement(String text) {
      this.text = text;
    }

    double likeness(Statement other, double[] weights) {
      BitSet common = (BitSet) grams.clone();
      common.and(other.grams);
      return common.stream().mapToDouble(gram -> weights[gram]).sum()
          / Math.sqrt(other.text.length() + 50);
    }
  }

  static void arrange(Node body, Function<Node, String> printer) {
    Map<Statement, Node> nodes = new HashMap<>();
    List<Statement> functions = new ArrayList<>();
    List<Statement> others = new ArrayList<>();
    for (Node node : Nodes.children(body)) {
      if (!node.isExport()) {
        Statement statement = new Statement(printer.apply(node));
        nodes.put(statement, node.detach());
        (node.isFunction() ? functions : others).add(statement);
      }
    }
    Node exports = body.getFirstChild();
    for (Statement statement : arranged(others, functions)) {
      if (exports == null) {
        body.addChildToBack(nodes.get(statement));
      } else {
        nodes.get(statement).insertBefore(exports);
      }
    }
  }

  /** For tests: the texts in their order. */
  static List<String> arranged(String[] others, String[] functions) {
    return arranged(statements(others), statements(functions)).stream()
        .map(s -> s.text)
        .collect(Collectors.toList());
  }

  private static List<Statement> statements(String[] texts) {
    return List.of(texts).stream().map(Statement::new).collect(Collectors.toList());
  }

  private static List<Statement> arranged(List<Statement> others, List<Statement> functions) {
    List<Statement> order = new ArrayList<>(others);
    order.addAll(functions);
    List<Statement> all = List.copyOf(order);
    double[] weights = weights(all);
    List<Statement> longest = new ArrayList<>(functions);
    longest.sort(Comparator.comparingInt(f -> -f.text.length()));
    int least = packed(order);
    for (Statement function : longest) {
      Map<Statement, Double> likeness = new HashMap<>();
      all.forEach(other -> likeness.put(other, function.likeness(other, weights)));
      List<Statement> nearest = new ArrayList<>(all);
      nearest.remove(function);
      nearest.sort(Comparator.comparing(other -> -likeness.get(other)));
      for (Statement neighbour : nearest.subList(0, Math.min(NEIGHBOURS, nearest.size()))) {
        List<Statement> tried = new ArrayList<>(order);
        tried.remove(function);
        tried.add(tried.indexOf(neighbour) + 1, function);
        int size = packed(tried);
        if (size < least) {
          least = size;
          order = tried;
        }
      }
    }
    return order;
  }

  /** Runs of characters that few statements have tell more; one that is nowhere else tells nothing. */
  private static double[] weights(List<Statement> all) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Statement statement : all) {
      for (int i = 0; i + GRAM <= statement.text.length(); i++) {
        String gram = statement.text.substring(i, i + GRAM);
        statement.grams.set(numbers.merge(gram, numbers.size(), (before, next) -> before));
      }
    }
    int[] counts = new int[numbers.size()];
    all.forEach(statement -> statement.grams.stream().forEach(gram -> counts[gram]++));
    double[] weights = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      weights[i] = counts[i] > 1 ? Math.log((double) all.size() / counts[i]) : 0;
    }
    return weights;
  }

  private static int packed(List<Statement> order) {
    return packed(order.stream().map(s -> s.text).collect(Collectors.joining()));
  }

  /** What gzip makes of the text, in bytes. */
  static int packed(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    byte[] out = new byte[1 << 16];
    while (!deflater.finished()) {
      deflater.deflate(out);
    }
    int size = (int) deflater.getBytesWritten();
    deflater.end();
    return size;
  }

  private FunctionOrder() {}
}
