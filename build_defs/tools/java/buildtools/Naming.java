package buildtools;

import com.google.javascript.rhino.Node;
import com.google.javascript.rhino.Token;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exchanges the short names that the compiler has given to properties, and to what modules declare, and moves
 * functions and members, where gzip makes less of the code then. Names of few different letters come first; then each
 * try is one exchange or one move that is kept where it pays. An exchange is mostly for a name that longer words
 * begin with: {@code .da} is part of {@code .data}. The same code gives the same names in the same order.
 */
final class Naming {
  private static final int TRIES = 60000;

  private static final Pattern PLACE = Pattern.compile("\\$N(\\d+)\\$");
  private static final Pattern FIELD = Pattern.compile("\\.([a-z])\\w");
  private static final Pattern PROPERTY = Pattern.compile("\\.([a-z][a-z])\\w");
  private static final Pattern VARIABLE = Pattern.compile("[^\\w$.]([a-z][a-z])\\w");

  /** What has one name, and where that stands. */
  private static final class Named {
    final List<Node> nodes = new ArrayList<>();
    /** Where it stands in the code whose size counts: the part's text, and where in it. */
    final List<Place> places = new ArrayList<>();

    final Space space;
    String name;

    Named(Space space, String name) {
      this.space = space;
      this.name = name;
    }
  }

  private static final class Place {
    final Layout.Part part;
    final int at;

    Place(Layout.Part part, int at) {
      this.part = part;
      this.at = at;
    }
  }

  /** The names that may be exchanged with one another. */
  private static final class Space {
    final Map<String, Named> byName = new HashMap<>();
    /** Those that occur in the code whose size counts. */
    final List<Named> counted = new ArrayList<>();
    /** Names to try: each as often as it is likely to pay. */
    final List<String> wanted = new ArrayList<>();

    void add(Node node) {
      byName
          .computeIfAbsent(node.getString(), name -> new Named(this, name))
          .nodes
          .add(node);
    }

    /** The most frequent get the names of the first letters. */
    void begin() {
      List<String> names = new ArrayList<>(byName.keySet());
      names.sort(
          Comparator.<String>comparingInt(Naming::rank).thenComparing(Comparator.naturalOrder()));
      List<Named> all = new ArrayList<>(byName.values());
      all.sort(Comparator.<Named>comparingInt(named -> -named.places.size())
          .thenComparing(named -> named.name));
      byName.clear();
      for (int i = 0; i < all.size(); i++) {
        all.get(i).name = names.get(i);
        byName.put(names.get(i), all.get(i));
        if (!all.get(i).places.isEmpty()) {
          counted.add(all.get(i));
        }
      }
    }

    void want(String text, Pattern pattern) {
      Map<String, Integer> counts = new HashMap<>();
      for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
        counts.merge(matcher.group(1), 1, Integer::sum);
      }
      byName.keySet().stream().sorted().filter(Naming::isLower).forEach(name -> {
        int times = 1 + 3 * (int) Math.round(Math.sqrt(counts.getOrDefault(name, 0)));
        for (int i = 0; i < times; i++) {
          wanted.add(name);
        }
      });
    }
  }

  /** Properties of one letter, and of two. */
  private final Space fields = new Space();

  private final Space properties = new Space();
  private final Space variables = new Space();
  private final List<Named> marked = new ArrayList<>();
  private Layout layout;

  /**
   * @param body the module whose size counts
   * @param generated the properties' names that the compiler has made up
   */
  static void choose(Node root, Node body, Set<String> generated, Function<Node, String> printer) {
    choose(root, body, generated, printer, TRIES);
  }

  static void choose(
      Node root, Node body, Set<String> generated, Function<Node, String> printer, int tries) {
    new Naming(root, generated).run(body, printer, tries);
  }

  private Naming(Node root, Set<String> generated) {
    Set<String> declared = new HashSet<>();
    Set<String> local = new HashSet<>();
    Nodes.each(root, node -> {
      if (isDeclared(node)) {
        (isOfModule(node) ? declared : local).add(node.getString());
      }
    });
    declared.removeAll(local);
    Nodes.each(root, node -> {
      if (isProperty(node)
          && node.getString().length() <= 2
          && generated.contains(node.getString())) {
        (node.getString().length() == 1 ? fields : properties).add(node);
      } else if (node.isName()
          && node.getString().length() == 2
          && declared.contains(node.getString())) {
        variables.add(node);
      }
    });
  }

  private void run(Node body, Function<Node, String> printer, int tries) {
    mark();
    layout = new Layout(body, printer);
    StringBuilder words = new StringBuilder();
    layout.parts().forEach(part -> words.append(cut(part)));
    spaces().forEach(Space::begin);
    fields.want(words.toString(), FIELD);
    properties.want(words.toString(), PROPERTY);
    variables.want(words.toString(), VARIABLE);
    List<Named> counted = new ArrayList<>();
    spaces().forEach(space -> counted.addAll(space.counted));
    counted.forEach(this::put);
    Random random = new Random(1);
    int least = layout.packed();
    for (int i = 0; i < tries && counted.size() > 1; i++) {
      Runnable back = i % 3 == 0
          ? layout.move(random)
          : exchange(counted.get(random.nextInt(counted.size())), random);
      int size = layout.packed();
      // One that costs nothing may let another pay.
      if (size <= least) {
        least = size;
      } else {
        back.run();
      }
    }
    layout.write();
    all().forEach(Naming::write);
  }

  private static void write(Named named) {
    for (Node node : named.nodes) {
      node.setString(named.name);
      if (node.isStringKey()) {
        node.setShorthandProperty(false);
      }
    }
  }

  /** Exchanges the name of something for one that is wanted; what is returned exchanges them back. */
  private Runnable exchange(Named named, Random random) {
    Space space = named.space;
    if (space.wanted.isEmpty()) {
      return () -> {};
    }
    String before = named.name;
    exchange(space, named, space.wanted.get(random.nextInt(space.wanted.size())));
    return () -> exchange(space, named, before);
  }

  /** Writes a number in the place of each name. */
  private void mark() {
    all().forEach(named -> {
      String number = "$N" + marked.size() + "$";
      named.nodes.forEach(node -> node.setString(number));
      marked.add(named);
    });
  }

  /** Finds the names' places in the part; returns the text without names. */
  private String cut(Layout.Part part) {
    String printed = new String(part.text, StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int end = 0;
    for (Matcher matcher = PLACE.matcher(printed); matcher.find(); end = matcher.end()) {
      out.writeBytes(printed.substring(end, matcher.start()).getBytes(StandardCharsets.UTF_8));
      Named named = marked.get(Integer.parseInt(matcher.group(1)));
      named.places.add(new Place(part, out.size()));
      out.writeBytes(named.name.getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(printed.substring(end).getBytes(StandardCharsets.UTF_8));
    part.text = out.toByteArray();
    return new String(part.text, StandardCharsets.UTF_8);
  }

  private List<Space> spaces() {
    return List.of(fields, properties, variables);
  }

  private List<Named> all() {
    List<Named> all = new ArrayList<>();
    spaces().forEach(space -> all.addAll(space.byName.values()));
    return all;
  }

  private void exchange(Space space, Named a, String name) {
    Named b = space.byName.get(name);
    b.name = a.name;
    a.name = name;
    space.byName.put(a.name, a);
    space.byName.put(b.name, b);
    put(a);
    put(b);
  }

  private void put(Named named) {
    for (Place place : named.places) {
      for (int i = 0; i < named.name.length(); i++) {
        place.part.text[place.at + i] = (byte) named.name.charAt(i);
      }
    }
  }

  private static boolean isLower(String name) {
    return name.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static int rank(String name) {
    return isLower(name) ? name.chars().sum() : Integer.MAX_VALUE;
  }

  private static boolean isProperty(Node node) {
    switch (node.getToken()) {
      case GETPROP:
      case OPTCHAIN_GETPROP:
      case MEMBER_FUNCTION_DEF:
      case MEMBER_FIELD_DEF:
      case GETTER_DEF:
      case SETTER_DEF:
        return true;
      case STRING_KEY:
        return !node.isQuotedStringKey();
      default:
        return false;
    }
  }

  /** Also true of some that only use a name beside one that is declared: those stay as they are. */
  private static boolean isDeclared(Node node) {
    if (!node.isName()) {
      return false;
    }
    Node parent = node.getParent();
    switch (parent.getToken()) {
      case FUNCTION:
      case CLASS:
        return node == parent.getFirstChild();
      case VAR:
      case LET:
      case CONST:
      case CATCH:
      case PARAM_LIST:
      case ITER_REST:
      case OBJECT_REST:
      case DEFAULT_VALUE:
      case ARRAY_PATTERN:
      case IMPORT_SPEC:
        return true;
      case STRING_KEY:
        return parent.getParent().isObjectPattern();
      default:
        return false;
    }
  }

  private static boolean isOfModule(Node name) {
    Node statement = name.getParent();
    return statement.getToken() == Token.IMPORT_SPEC
        || statement.getParent().isModuleBody() && !statement.isCatch()
        || statement.getParent().isExport();
  }
}
