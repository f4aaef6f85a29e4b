package dev.sanguine.html;

import dev.sanguine.env.Listener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document in memory that writes down what is written to it. */
final class FakeDom implements Dom<FakeDom.Node> {
  static final class Node {
    final String tag;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final Map<String, List<Listener<Object>>> listeners = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    Node parent;
    /** What a person, or a description, has made of the field. */
    final Map<String, String> properties = new LinkedHashMap<>();

    String text = "";

    Node(String tag) {
      this.tag = tag;
    }

    void fire(String event) {
      listeners.getOrDefault(event, new ArrayList<>()).forEach(listener -> listener.on(event));
    }

    /** The markup, as the text back end would write it. */
    String html() {
      Tag as = Tag.of(tag);
      attributes.forEach(as::attr);
      String open = HtmlText.of(as);
      if (Checks.isVoid(tag)) {
        return open;
      }
      String end = "</" + tag + ">";
      StringBuilder inside = new StringBuilder(open.substring(0, open.length() - end.length()));
      children.forEach(child -> inside.append(child.html()));
      String shown = HtmlText.of(Tag.of("i").text(text));
      return inside.append(shown.substring(3, shown.length() - 4)).append(end).toString();
    }

    List<Node> all() {
      List<Node> all = new ArrayList<>();
      all.add(this);
      children.forEach(child -> all.addAll(child.all()));
      return all;
    }
  }

  final List<String> writes = new ArrayList<>();
  Node focused;

  /** The document that a parser would make of the text of {@code view}. */
  static Node parsed(Tag view) {
    Node root = new Node(view.name);
    Live.bind(new FakeDom(), root, view);
    root.all().forEach(node -> node.listeners.clear());
    return root;
  }

  @Override
  public Node element(String tag) {
    writes.add("create " + tag);
    return new Node(tag);
  }

  @Override
  public void insert(Node parent, Node child, Node before) {
    writes.add((child.parent == null ? "insert " : "move ") + child.tag);
    if (child.parent != null) {
      child.parent.children.remove(child);
    }
    child.parent = parent;
    parent.children.add(
        before == null ? parent.children.size() : parent.children.indexOf(before), child);
  }

  @Override
  public void remove(Node parent, Node child) {
    writes.add("remove " + child.tag);
    if (!parent.children.remove(child)) {
      throw new IllegalStateException(child.tag + " is no child of " + parent.tag);
    }
    child.parent = null;
  }

  @Override
  public Node first(Node parent) {
    return parent.children.isEmpty() ? null : parent.children.get(0);
  }

  @Override
  public Node next(Node element) {
    List<Node> all = element.parent.children;
    int at = all.indexOf(element) + 1;
    return at < all.size() ? all.get(at) : null;
  }

  @Override
  public String tag(Node element) {
    return element.tag;
  }

  @Override
  public String attribute(Node element, String name) {
    return element.attributes.get(name);
  }

  @Override
  public void setAttribute(Node element, String name, String value) {
    writes.add(element.tag + "@" + name + "=" + value);
    if (value == null) {
      element.attributes.remove(name);
    } else {
      element.attributes.put(name, value);
    }
  }

  @Override
  public void setProperty(Node element, String name, String value) {
    writes.add(element.tag + "." + name + "=" + value);
    element.properties.put(name, value);
  }

  @Override
  public String property(Node element, String name) {
    String held = element.properties.containsKey(name)
        ? element.properties.get(name)
        : element.attributes.get(name);
    return held == null && name.equals("value") ? "" : held;
  }

  @Override
  public String text(Node element) {
    return element.children.isEmpty() ? element.text : null;
  }

  @Override
  public void setText(Node element, String text) {
    writes.add(element.tag + "=" + text);
    element.children.forEach(child -> child.parent = null);
    element.children.clear();
    element.text = text;
  }

  @Override
  public void listen(Node element, String event, Listener<Object> listener) {
    element.listeners.computeIfAbsent(event, e -> new ArrayList<>()).add(listener);
  }

  @Override
  public Node held(Node parent) {
    Node inside = focused;
    while (inside != null && inside.parent != parent) {
      inside = inside.parent;
    }
    return inside;
  }
}
