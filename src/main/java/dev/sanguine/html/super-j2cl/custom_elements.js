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
    /**
     * A class as the browser asks for it, in whatever language level the program is compiled to: a class of ES5 cannot call
     * HTMLElement. Inside the function: a server has no HTMLElement to extend.
     *
     * @return {?}
     */
    const Host = /** @type {?} */ (
      function () {
        const host = /** @type {?} */ (Reflect.construct(HTMLElement, [], Host));
        hosts.set(host, make(host));
        for (const property of properties) {
          // Set before the element was upgraded: an own member that hides the accessor.
          if (Object.prototype.hasOwnProperty.call(host, property)) {
            const value = host[property];
            delete host[property];
            host[property] = value;
          }
        }
        return host;
      }
    );
    /** @const {!WeakMap<!Object, function(string, *): *>} */
    const hosts = new WeakMap();
    Host.prototype = Object.create(HTMLElement.prototype, /** @type {?} */ ({ 'constructor': { 'value': Host } }));
    Object.setPrototypeOf(Host, HTMLElement);
    const ask = (host, what, argument) => hosts.get(host)(what, argument);
    for (const method of ['connectedCallback', 'disconnectedCallback'].concat(methods)) {
      Host.prototype[method] = function (argument) {
        return ask(this, method, argument);
      };
    }
    for (const property of properties) {
      Object.defineProperty(
        Host.prototype,
        property,
        /** @type {!ObjectPropertyDescriptor} */ ({
          'get': function () {
            return ask(this, 'get ' + property, undefined);
          },
          'set': function (value) {
            ask(this, 'set ' + property, value);
          },
          'configurable': true,
          'enumerable': true,
        }),
      );
    }
    customElements.define(name, Host);
  }
}

exports = CustomElements;
