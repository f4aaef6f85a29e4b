package dev.sanguine.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text, exactly as RFC 8259 and JSON.parse have it. What it throws says where. */
final class JsonReading {
  /** Deeper text is an attack, or a mistake: it would exhaust the stack. */
  private static final int DEEPEST = 500;

  private static final int SHOWN = 60;

  private final String text;
  private int at;

  JsonReading(String text) {
    this.text = text;
  }

  /** The text's one value. */
  Object read() {
    Object value = value(0);
    skipBlanks();
    if (at < text.length()) {
      throw refused("goes on after its value");
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw new JsonException("Json.parse: the text is nested deeper than " + DEEPEST
          + " levels; nothing of it was read");
    }
    skipBlanks();
    switch (peek()) {
      case '{':
        return record(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Object record(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    skipBlanks();
    if (peek() == '}') {
      at++;
      return Collections.unmodifiableMap(members);
    }
    do {
      skipBlanks();
      String name = string();
      skipBlanks();
      take(':');
      members.put(name, value(depth + 1));
      skipBlanks();
    } while (goesOn('}'));
    return Collections.unmodifiableMap(members);
  }

  private Object array(int depth) {
    List<Object> items = new ArrayList<>();
    at++;
    skipBlanks();
    if (peek() == ']') {
      at++;
      return Collections.unmodifiableList(items);
    }
    do {
      items.add(value(depth + 1));
      skipBlanks();
    } while (goesOn(']'));
    return Collections.unmodifiableList(items);
  }

  /** True after a comma, false after the end; anything else is refused. */
  private boolean goesOn(char end) {
    if (peek() == ',') {
      at++;
      return true;
    }
    take(end);
    return false;
  }

  private String string() {
    take('"');
    int start = at;
    while (peek() != '"' && peek() != '\\') {
      plain();
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder read = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
        read.append(escaped());
      } else {
        read.append(peek());
        plain();
      }
    }
    at++;
    return read.toString();
  }

  /** Steps over a character that stands for itself. */
  private void plain() {
    if (peek() < 0x20) {
      throw refused("is no JSON");
    }
    at++;
  }

  private char escaped() {
    switch (peek()) {
      case '"':
      case '\\':
      case '/':
        return text.charAt(at++);
      case 'b':
        at++;
        return '\b';
      case 'f':
        at++;
        return '\f';
      case 'n':
        at++;
        return '\n';
      case 'r':
        at++;
        return '\r';
      case 't':
        at++;
        return '\t';
      default:
        take('u');
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
          if (digit < 0) {
            throw refused("is no JSON");
          }
          code = code * 16 + digit;
          at++;
        }
        return (char) code;
    }
  }

  private Object number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
    return Double.parseDouble(text.substring(start, at));
  }

  private void digits() {
    if (!isDigit(peek())) {
      throw refused("is no JSON");
    }
    while (isDigit(peek())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw refused("is no JSON");
    }
    at += word.length();
    return value;
  }

  private void take(char wanted) {
    if (peek() != wanted) {
      throw refused("is no JSON");
    }
    at++;
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /** The character to be read; 0 at the end, which no JSON holds. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private JsonException refused(String why) {
    String before = text.substring(0, at);
    int lines = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - before.lastIndexOf('\n');
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return new JsonException("Json.parse: the text " + why + ", line " + lines + " column " + column
        + ": " + shown.replace('\n', ' ').replace('\r', ' ')
        + "\ngive one value as JSON.stringify writes it");
  }
}
