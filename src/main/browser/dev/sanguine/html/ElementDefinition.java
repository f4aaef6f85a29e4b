package dev.sanguine.html;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import elemental2.core.JsObject;
import elemental2.core.JsWeakMap;
import elemental2.dom.HTMLElement;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/**
 * Says what a custom element is called and what a page sees of it: attributes, properties and methods, each with the Java
 * method behind it. The strings are the names that the page uses.
 *
 * <pre>{@code
 * ElementDefinition.of("todo-list", TodoList::new)
 *     .attribute("filter", TodoList::setFilter)
 *     .property("client", TodoList::client, TodoList::setClient)
 *     .method("reload", TodoList::reload)
 *     .define();
 * }</pre>
 *
 * @param <E> the Java class of the element
 */
public final class ElementDefinition<E extends CustomElement> {
  /** Makes the Java side of a new element, which may hold the server's markup already. */
  public interface Factory<E> {
    /**
     * The Java side of this element. It must not write into the element yet: what {@code document.createElement} makes has
     * to be empty.
     *
     * @param host the element
     */
    E create(HTMLElement host);
  }

  /** Takes a value. */
  public interface Setter<E, T> {
    /** The value, or null if there is none. */
    void set(E element, T value);
  }

  /** Gives a value. */
  public interface Getter<E, T> {
    /** The value, or null if there is none. */
    T get(E element);
  }

  private static final class Property<E> {
    final Getter<E, Object> get;
    final Setter<E, Object> set;

    Property(Getter<E, Object> get, Setter<E, Object> set) {
      this.get = get;
      this.set = set;
    }
  }

  private final String name;
  private final Factory<E> factory;
  private final Table<String, Setter<E, String>> attributes = new Table<>();
  private final Table<String, Property<E>> properties = new Table<>();
  private final Table<String, Setter<E, Object>> methods = new Table<>();
  private final JsWeakMap<HTMLElement, E> elements = new JsWeakMap<>();

  private ElementDefinition(String name, Factory<E> factory) {
    this.name = name;
    this.factory = factory;
  }

  /**
   * An element of this name.
   *
   * @param name in lower case, with a hyphen
   * @param factory makes the Java side of each element
   */
  public static <E extends CustomElement> ElementDefinition<E> of(String name, Factory<E> factory) {
    return new ElementDefinition<>(name, factory);
  }

  /**
   * Tells the element of an attribute: of the value that it begins with, and of each change.
   *
   * @param setter is given null if the attribute is taken away
   */
  public ElementDefinition<E> attribute(String attribute, Setter<E, String> setter) {
    attributes.put(attribute, setter);
    return this;
  }

  /**
   * A property of the element in JavaScript. What the page set before the element was defined is handed on.
   *
   * @param <T> what the page reads and writes: a String, a Double, a Boolean, or a JavaScript object
   */
  @SuppressWarnings("unchecked")
  public <T> ElementDefinition<E> property(
      String property, Getter<E, ? extends T> getter, Setter<E, T> setter) {
    properties.put(
        property, new Property<>(getter::get, (element, value) -> setter.set(element, (T) value)));
    return this;
  }

  /**
   * A method of the element in JavaScript, with one argument; an absent one is null.
   *
   * @param <A> what the page gives: a String, a Double, a Boolean, or a JavaScript object
   */
  @SuppressWarnings("unchecked")
  public <A> ElementDefinition<E> method(String method, Setter<E, A> setter) {
    methods.put(method, (element, argument) -> setter.set(element, (A) argument));
    return this;
  }

  /**
   * Defines the element: those that are in the page become ones now, those that come later when they come.
   *
   * @return false if nothing was defined: this is a server, or another script has this name
   */
  public boolean define() {
    if (!ElementClass.canDefine(name)) {
      return false;
    }
    Seq<String> observed = attributes.keys();
    ElementClass type = ElementClass.create(this::created, Js.uncheckedCast(observed));
    type.addMethod("connectedCallback", (host, none) -> {
      of(host).connect();
      return null;
    });
    type.addMethod("disconnectedCallback", (host, none) -> {
      of(host).leave();
      return null;
    });
    type.addMethod("attributeChangedCallback", (host, change) -> {
      // The attribute's name, its old value and its new one.
      attributes.get((String) change[0]).set(of(host), (String) change[2]);
      return null;
    });
    methods
        .keys()
        .each(method -> type.addMethod(method, (host, arguments) -> {
          methods.get(method).set(of(host), arguments.length == 0 ? null : arguments[0]);
          return null;
        }));
    properties
        .keys()
        .each(property -> type.addProperty(
            property,
            (host, none) -> properties.get(property).get.get(of(host)),
            (host, values) -> {
              properties.get(property).set.set(of(host), values[0]);
              return null;
            }));
    type.define(name);
    return true;
  }

  private void created(HTMLElement host) {
    elements.set(host, factory.create(host));
    JsPropertyMap<Object> members = Js.asPropertyMap(host);
    properties.keys().each(property -> {
      // Set before the element was defined: a member of its own that hides the accessor.
      if (Js.<JsObject>uncheckedCast(host).hasOwnProperty(property)) {
        Object value = members.get(property);
        members.delete(property);
        properties.get(property).set.set(of(host), value);
      }
    });
  }

  private E of(HTMLElement host) {
    return elements.get(host);
  }
}
