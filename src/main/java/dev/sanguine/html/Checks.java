package dev.sanguine.html;

/** What may stand in markup. Names come from templates and are refused when wrong; values come from data and are made harmless. */
final class Checks {
  /** Stands where a URL of the data had a scheme that is not allowed. */
  static final String BLOCKED = "about:invalid";

  private static final String VOID =
      " area base br col embed hr img input link meta source track wbr ";
  // Their text is not escaped by HTML's rules, or they run what they hold.
  private static final String REFUSED =
      " script style xmp iframe noembed noframes noscript plaintext template object embed base ";
  private static final String URLS =
      " href src action formaction poster cite data background ping longdesc manifest xlink:href ";
  private static final String SCHEMES = " http https mailto tel ";

  private Checks() {}

  static boolean isVoid(String tag) {
    return isOneOf(VOID, tag);
  }

  static void tag(String name) {
    boolean good = !name.isEmpty() && isLetter(name.charAt(0)) && !isOneOf(REFUSED, name);
    for (int i = 1; good && i < name.length(); i++) {
      good = isNameChar(name.charAt(i));
    }
    if (!good) {
      throw new IllegalArgumentException("html: <" + name + "> cannot be made by a template");
    }
  }

  /** True for an attribute that only says what a property of the same name begins with, which a person changes then. */
  static boolean isProperty(String tag, String attribute) {
    return tag.equals("input") && (attribute.equals("value") || attribute.equals("checked"))
        || tag.equals("option") && attribute.equals("selected");
  }

  /** The value that is written; null stays null. */
  static String attribute(String name, String value) {
    boolean good = !name.isEmpty() && isLetter(name.charAt(0));
    for (int i = 1; good && i < name.length(); i++) {
      good = isNameChar(name.charAt(i));
    }
    if (!good
        || name.startsWith("on")
        || name.equals("style")
        || name.equals("srcdoc")
        || name.equals("srcset")) {
      throw new IllegalArgumentException("html: attribute '" + name
          + "' cannot be set by a template" + (name.startsWith("on") ? "; use on()" : ""));
    }
    return value == null ? null : text(isOneOf(URLS, name) ? url(value) : value);
  }

  /** HTML has no NUL: a parser drops it or replaces it, so it is replaced before either back end sees it. */
  static String text(String value) {
    if (value == null) {
      return "";
    }
    return value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD');
  }

  /** A relative URL, or one whose scheme is known to be harmless; anything else is {@link #BLOCKED}. */
  static String url(String value) {
    StringBuilder scheme = new StringBuilder(" ");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ':') {
        return SCHEMES.contains(scheme.append(' ')) ? value : BLOCKED;
      }
      if (c == '/' || c == '?' || c == '#') {
        return value;
      }
      if (c >= 'A' && c <= 'Z') {
        c = (char) (c + 'a' - 'A');
      }
      // Browsers drop control characters and blanks from a scheme; a name cannot hold them, so none
      // is allowed here.
      scheme.append(c);
    }
    return value;
  }

  private static boolean isOneOf(String words, String word) {
    return word.indexOf(' ') < 0 && words.contains(" " + word + " ");
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isNameChar(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
  }
}
