/**
 * @fileoverview The browser's door where Java has no words: throwing any value, walking any object, a class of errors.
 * Keys and data come from outside: nothing here evaluates, and no member named __proto__ is ever assigned.
 */
goog.module('sanguine.Primitives');
goog.module.declareLegacyNamespace();

const Primitives = {};

/** What rejects where a fetch was cancelled. */
class CancelledError extends Error {
  /** @param {{revert: (boolean|undefined), silent: (boolean|undefined)}=} options */
  constructor(options) {
    super('CancelledError');
    this.revert = options && options.revert;
    this.silent = options && options.silent;
  }
}

Primitives.CancelledError = CancelledError;

Primitives.cancelled = (revert, silent) => new CancelledError({revert: revert || undefined, silent: silent || undefined});

Primitives.isCancelled = (error) => error instanceof CancelledError;

Primitives.attempt = (body, onThrow) => {
  let thrown;
  try {
    return body();
  } catch (e) {
    thrown = e;
  }
  return onThrow(thrown);
};

// The global one, whatever timers the engine was given: this is how notifications leave the current task.
Primitives.soon = (task) => {
  setTimeout(task, 0);
};

Primitives.raise = (error) => {
  throw error;
};

Primitives.error = (message) => new Error(message);

const toString = Object.prototype.toString;
const hasOwn = Object.prototype.hasOwnProperty;

/** An object that a literal or JSON could have made. */
const isPlain = (o) => {
  if (o === null || typeof o !== 'object') return false;
  const proto = Object.getPrototypeOf(o);
  if (proto === Object.prototype || proto === null) {
    return toString.call(o) === '[object Object]' && (proto === null || plainConstructor(o));
  }
  return false;
};

/** False where an own member shadows the constructor with something else than a plain one. */
const plainConstructor = (o) => {
  if (!hasOwn.call(o, 'constructor')) return true;
  const ctor = o.constructor;
  if (ctor === undefined) return true;
  const proto = ctor && ctor.prototype;
  return toString.call(proto) === '[object Object]' && hasOwn.call(proto, 'isPrototypeOf');
};

const isPlainArray = (a) => Array.isArray(a) && a.length === Object.keys(a).length;

const set = (to, name, value) => {
  if (name === '__proto__') {
    Object.defineProperty(to, name, {value, writable: true, enumerable: true, configurable: true});
  } else {
    to[name] = value;
  }
};

const sorted = (_, value) => {
  if (!isPlain(value)) return value;
  const result = {};
  for (const name of Object.keys(value).sort()) set(result, name, value[name]);
  return result;
};

Primitives.hashKey = (key) => {
  // Flat keys of strings and numbers, the most by far, need no replacer.
  if (Array.isArray(key)) {
    let i = 0;
    while (i < key.length && (typeof key[i] !== 'object' || key[i] === null)) i++;
    if (i === key.length) return JSON.stringify(key);
  }
  return JSON.stringify(key, sorted);
};

const partialMatch = (a, b) => {
  if (a === b) return true;
  if (typeof a !== typeof b || !a || !b || typeof a !== 'object') return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < b.length; i++) {
      if (!partialMatch(a[i], b[i])) return false;
    }
    return true;
  }
  const names = Object.keys(b);
  for (let i = 0; i < names.length; i++) {
    if (!partialMatch(a[names[i]], b[names[i]])) return false;
  }
  return true;
};

Primitives.partialMatch = partialMatch;

// Deeper than this nothing is shared: such data has a cycle, or is none that a server sent.
const DEEPEST = 500;

/**
 * b, with every part that equals its place in a replaced by that very part. A copy is made only from the first
 * difference on, so what is equal throughout costs no memory.
 */
const share = (a, b, depth) => {
  if (a === b) return a;
  if (depth > DEEPEST || a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return b;
  return Array.isArray(a)
    ? isPlainArray(a) && isPlainArray(b) ? shareArray(a, b, depth) : b
    : isPlain(a) && isPlain(b) ? shareObject(a, b, depth) : b;
};

const shareArray = (a, b, depth) => {
  const size = b.length;
  const common = Math.min(a.length, size);
  let copy = null;
  let equal = a.length === size;
  for (let i = 0; i < common; i++) {
    const x = a[i];
    const y = b[i];
    const v = x === y ? x : share(x, y, depth + 1);
    if (v !== x) equal = false;
    if (copy !== null) {
      copy[i] = v;
    } else if (v !== y) {
      copy = b.slice();
      copy[i] = v;
    }
  }
  return equal ? a : copy === null ? b.slice() : copy;
};

const shareObject = (a, b, depth) => {
  const names = Object.keys(b);
  const size = names.length;
  const copy = {};
  let equal = 0;
  for (let i = 0; i < size; i++) {
    const name = names[i];
    const x = a[name];
    const y = b[name];
    const v = x === y ? x : share(x, y, depth + 1);
    set(copy, name, v);
    if (v === x && (x !== undefined || hasOwn.call(a, name))) equal++;
  }
  return equal === size && Object.keys(a).length === size ? a : copy;
};

Primitives.share = share;

Primitives.merged = (record, fields) => ({...record, ...fields});

Primitives.freeze = (value) => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value) && (Array.isArray(value) || isPlain(value))) {
    Object.freeze(value);
    for (const name of Object.keys(value)) Primitives.freeze(value[name]);
  }
  return value;
};

exports = Primitives;
