goog.module('dev.sanguine.html.CustomElements');

/** Names that the browser and the page use are quoted: they must not be renamed. */
class CustomElements {
  /**
   * @param {string} name
   * @param {function(!HTMLElement): function(string, *): *} make
   * @param {!Array<string>} methods
   * @param {!Array<string>} properties
   */
  static define(name, make, methods, properties) {
    if (typeof customElements === 'undefined' || customElements.get(name)) {
      return;
    }
    // Inside the function: a server has no HTMLElement to extend.
    class Host extends HTMLElement {
      constructor() {
        super();
        /** @const {function(string, *): *} */
        this.ask = make(this);
        for (const property of properties) {
          // Set before the element was upgraded: an own member that hides the accessor.
          if (Object.prototype.hasOwnProperty.call(this, property)) {
            const value = this[property];
            delete this[property];
            this[property] = value;
          }
        }
      }
    }
    const ask = (host, what, argument) => /** @type {!Host} */ (host).ask(what, argument);
    for (const method of ['connectedCallback', 'disconnectedCallback'].concat(methods)) {
      Host.prototype[method] = function(argument) {
        return ask(this, method, argument);
      };
    }
    for (const property of properties) {
      Object.defineProperty(Host.prototype, property, /** @type {!ObjectPropertyDescriptor} */ ({
        'get': function() {
          return ask(this, 'get ' + property, undefined);
        },
        'set': function(value) {
          ask(this, 'set ' + property, value);
        },
        'configurable': true,
        'enumerable': true,
      }));
    }
    customElements.define(name, Host);
  }
}

exports = CustomElements;
