goog.module('dev.sanguine.html.ElementClass')

/** Names that the browser and the page use come as strings, or are quoted: they must not be renamed. */
class ElementClass {
  /**
   * @param {string} name
   * @return {boolean}
   */
  static canDefine(name) {
    return typeof customElements !== 'undefined' && !customElements.get(name)
  }

  /**
   * @param {function(!HTMLElement): void} created
   * @param {!Array<string>} observedAttributes
   * @return {!ElementClass}
   */
  static create(created, observedAttributes) {
    return new ElementClass(created, observedAttributes)
  }

  /**
   * @param {function(!HTMLElement): void} created
   * @param {!Array<string>} observedAttributes
   */
  constructor(created, observedAttributes) {
    /**
     * A function, not a class: of a class the compiler makes a function where the program is compiled to ES5, and the browser
     * lets only Reflect.construct make an element then. It is made here, since a server has no HTMLElement to extend.
     */
    const type = /** @type {?} */ (
      function () {
        const host = /** @type {!HTMLElement} */ (Reflect.construct(HTMLElement, [], type))
        created(host)
        return host
      }
    )
    type.prototype = Object.create(HTMLElement.prototype, /** @type {?} */ ({ 'constructor': { 'value': type } }))
    Object.setPrototypeOf(type, HTMLElement)
    type['observedAttributes'] = observedAttributes
    /** @private @const {?} */
    this.type = type
  }

  /**
   * @param {string} name
   * @param {function(!HTMLElement, !Array<*>): *} call
   */
  addMethod(name, call) {
    this.type.prototype[name] = function (...args) {
      return call(this, args)
    }
  }

  /**
   * @param {string} name
   * @param {function(!HTMLElement, !Array<*>): *} get
   * @param {function(!HTMLElement, !Array<*>): *} set
   */
  addProperty(name, get, set) {
    Object.defineProperty(
      this.type.prototype,
      name,
      /** @type {!ObjectPropertyDescriptor} */ ({
        'get': function () {
          return get(this, [])
        },
        'set': function (value) {
          set(this, [value])
        },
        'configurable': true,
        'enumerable': true,
      }),
    )
  }

  /** @param {string} name */
  define(name) {
    customElements.define(name, this.type)
  }
}

exports = ElementClass
