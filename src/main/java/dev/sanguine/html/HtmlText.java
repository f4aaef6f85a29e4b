package dev.sanguine.html;

/** The back end for text: a template's description as escaped HTML. */
public final class HtmlText {
  private final StringBuilder out = new StringBuilder();

  private HtmlText() {}

  public static String of(Tag tag) {
    HtmlText text = new HtmlText();
    text.write(tag);
    return text.out.toString();
  }

  /** The content of the tag without the tag itself. */
  public static String inside(Tag tag) {
    HtmlText text = new HtmlText();
    text.content(tag);
    return text.out.toString();
  }

  /**
   * JSON as it may stand in a script block: {@code <} could end the block or begin a comment, and is written as its
   * escape, which JSON reads as the same character.
   */
  public static String json(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private void write(Tag tag) {
    if (tag == null || (tag.data != null && tag.data.isEmpty())) {
      return;
    }
    out.append('<').append(tag.name);
    for (int i = 0; i < tag.names.size(); i++) {
      if (tag.values.get(i) != null) {
        out.append(' ').append(tag.names.get(i)).append("=\"");
        escape(tag.values.get(i));
        out.append('"');
      }
    }
    out.append('>');
    if (Checks.isVoid(tag.name)) {
      return;
    }
    content(tag);
    out.append("</").append(tag.name).append('>');
  }

  private void content(Tag tag) {
    if (tag.data != null) {
      out.append(json(tag.data));
    } else if (tag.text != null) {
      // A parser drops the first line break of these two.
      if (tag.text.startsWith("\n") && (tag.name.equals("pre") || tag.name.equals("textarea"))) {
        out.append('\n');
      }
      escape(tag.text);
    } else if (tag.children != null) {
      for (int i = 0; i < tag.children.size(); i++) {
        write(tag.children.get(i));
      }
    } else if (tag.rows != null) {
      rows(tag.rows);
    }
  }

  private <T> void rows(Rows<T> rows) {
    for (int i = 0; i < rows.items.size(); i++) {
      T item = rows.items.get(i);
      write(rows.tag(item, rows.key(item)));
    }
  }

  private void escape(String value) {
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      String as = entity(value.charAt(i));
      if (as != null) {
        out.append(value, from, i).append(as);
        from = i + 1;
      }
    }
    out.append(value, from, value.length());
  }

  private static String entity(char c) {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '"':
        return "&quot;";
      case '\'':
        return "&#39;";
      case '\r':
        // A parser turns a bare carriage return into a line feed.
        return "&#13;";
      default:
        return null;
    }
  }
}
