/**
 * @fileoverview java.lang.Object for bundles: J2CL's, without a toString() of its own. That named the class, and every
 * bundle held java.lang.Class, Integer and the identity hash codes for it. What has no toString() is '[object Object]'.
 */
goog.module('java.lang.Object$impl');

const $Util = goog.require('nativebootstrap.Util$impl');

let Class = goog.forwardDeclare('java.lang.Class$impl');
let Constructor = goog.forwardDeclare('javaemul.internal.Constructor.$Overlay$impl');
let HashCodes = goog.forwardDeclare('javaemul.internal.HashCodes$impl');

class JavaObject {
  /** @return {!JavaObject} */
  static $create__() {
    JavaObject.$clinit();
    return new JavaObject();
  }

  $ctor__java_lang_Object__void() {}

  /**
   * @param {*} that
   * @return {boolean}
   */
  equals(that) {
    return this === that;
  }

  /** @return {number} */
  hashCode() {
    JavaObject.$clinit();
    return HashCodes.getObjectIdentityHashCode(this);
  }

  /**
   * @final
   * @return {Class<?>}
   */
  m_getClass__java_lang_Class() {
    JavaObject.$clinit();
    return Class.$get(Constructor.m_of__java_lang_Object__javaemul_internal_Constructor(this));
  }

  /**
   * @param {*} instance
   * @return {boolean}
   */
  static $isInstance(instance) {
    return instance != null;
  }

  static $clinit() {
    JavaObject.$clinit = () => {};
    Class = goog.module.get('java.lang.Class$impl');
    Constructor = goog.module.get('javaemul.internal.Constructor.$Overlay$impl');
    HashCodes = goog.module.get('javaemul.internal.HashCodes$impl');
  }
}
$Util.$setClassMetadata(JavaObject, 'java.lang.Object');

exports = JavaObject;
