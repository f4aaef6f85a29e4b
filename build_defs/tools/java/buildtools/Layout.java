package buildtools;

import com.google.javascript.rhino.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.Deflater;

/**
 * A module's text in parts that may stand anywhere among their like: functions, which calls find wherever they are,
 * and the members of a class. gzip sees 32 kB back, the near for fewer bits than the far, so it matters which part
 * stands beside which.
 */
final class Layout {
  /** A statement, or a member of a class, as it is printed; a class is its head, its members and a brace. */
  static final class Part {
    final Node node;
    final List<Part> members = new ArrayList<>();
    byte[] text;

    Part(Node node, String text) {
      this.node = node;
      this.text = text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final Node body;
  /** All statements but the exports, which stay behind them. */
  private final List<Part> statements = new ArrayList<>();

  private final List<Part> exports = new ArrayList<>();
  private final List<Part> functions = new ArrayList<>();
  /** The members of the classes, a class as often as it has members. */
  private final List<List<Part>> members = new ArrayList<>();

  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
  private byte[] text = new byte[1 << 16];
  private final byte[] packed = new byte[1 << 16];

  Layout(Node body, Function<Node, String> printer) {
    this.body = body;
    for (Node node : Nodes.children(body)) {
      Part part =
          node.isClass() ? ofClass(node, printer) : new Part(node, ofStatement(node, printer));
      (node.isExport() ? exports : statements).add(part);
      if (node.isFunction()) {
        functions.add(part);
      }
    }
  }

  /** The printer of one statement leaves out what divides it from the next. */
  private static String ofStatement(Node node, Function<Node, String> printer) {
    String text = printer.apply(node);
    return node.isFunction() || node.getNext() == null || text.endsWith(";") ? text : text + ";";
  }

  private Part ofClass(Node node, Function<Node, String> printer) {
    Node shell = node.cloneTree();
    Node inside = shell.getLastChild();
    inside.removeChildren();
    String empty = printer.apply(shell);
    int head = empty.lastIndexOf('}');
    Part part = new Part(node, empty.substring(0, head));
    for (Node member : Nodes.children(node.getLastChild())) {
      inside.addChildToBack(member.cloneTree());
      String printed = printer.apply(shell);
      part.members.add(new Part(member, printed.substring(head, printed.lastIndexOf('}'))));
      inside.removeChildren();
    }
    boolean methods = part.members.stream()
        .map(member -> member.node)
        .allMatch(
            member -> member.isMemberFunctionDef() || member.isGetterDef() || member.isSetterDef());
    for (int i = 1; i < part.members.size() && methods; i++) {
      members.add(part.members);
    }
    return part;
  }

  /** Every part, the members too. */
  List<Part> parts() {
    List<Part> all = new ArrayList<>();
    statements.forEach(part -> {
      all.add(part);
      all.addAll(part.members);
    });
    all.addAll(exports);
    return all;
  }

  /** Moves a part somewhere else among its like; what is returned takes it back. */
  Runnable move(Random random) {
    boolean function = random.nextBoolean() && !functions.isEmpty();
    if (!function && members.isEmpty()) {
      return () -> {};
    }
    List<Part> among = function ? statements : members.get(random.nextInt(members.size()));
    int from = function
        ? statements.indexOf(functions.get(random.nextInt(functions.size())))
        : random.nextInt(among.size());
    int to = random.nextInt(among.size());
    among.add(to, among.remove(from));
    return () -> among.add(from, among.remove(to));
  }

  /** What gzip makes of the text as it stands, in bytes. */
  int packed() {
    int length = 0;
    for (Part part : statements) {
      length = put(part.text, length);
      for (Part member : part.members) {
        length = put(member.text, length);
      }
      if (part.node.isClass()) {
        length = put(new byte[] {'}'}, length);
      }
    }
    for (Part part : exports) {
      length = put(part.text, length);
    }
    deflater.reset();
    deflater.setInput(text, 0, length);
    deflater.finish();
    while (!deflater.finished()) {
      deflater.deflate(packed);
    }
    return (int) deflater.getBytesWritten();
  }

  private int put(byte[] part, int at) {
    if (at + part.length > text.length) {
      text = Arrays.copyOf(text, 2 * (at + part.length));
    }
    System.arraycopy(part, 0, text, at, part.length);
    return at + part.length;
  }

  /** Puts the module's code in the order of the parts. */
  void write() {
    Nodes.children(body).forEach(Node::detach);
    statements.forEach(part -> {
      body.addChildToBack(part.node);
      if (!part.members.isEmpty()) {
        Node inside = part.node.getLastChild();
        Nodes.children(inside).forEach(Node::detach);
        part.members.forEach(member -> inside.addChildToBack(member.node));
      }
    });
    exports.forEach(part -> body.addChildToBack(part.node));
    deflater.end();
  }
}
