/**
 * @fileoverview The engine's records as plain JavaScript objects: what Java has no words for (literals, spread, getters,
 * Proxy). Member names are kept by the externs.
 */
goog.module('sanguine.Records');
goog.module.declareLegacyNamespace();

const Records = {};

Records.merge = (a, b, c, d) => ({ ...a, ...b, ...c, ...d });

Records.copy = (record) => ({ ...record });

Records.queryConfig = (client, queryKey, queryHash, options, state, defaultOptions) => ({
  client,
  queryKey,
  queryHash,
  options,
  state,
  defaultOptions,
});

Records.mutationConfig = (client, mutationCache, mutationId, options, state) => ({
  client,
  mutationCache,
  mutationId,
  options,
  state,
});

Records.over = (state, partial) => ({ ...state, ...partial });

Records.partOf = () => ({});

Records.shallowEqual = (a, b) => {
  let surplus = 0;
  for (const name in a) {
    if (!b || a[name] !== b[name] || (a[name] === undefined && !(name in b))) return false;
    surplus++;
  }
  for (const name in b) surplus--;
  return !surplus;
};

// Who reads a signal under this name is told whose it is: it does not count as used, and nothing more stands in the context.
const PEEK = {};

// Of is what says whether all is over: the fetch, or what was read of another context.
Records.context = (client, queryKey, meta, getSignal, of) => ({
  client,
  queryKey,
  meta,
  get signal() {
    return this === PEEK ? of : getSignal();
  },
});

Records.fetchOf = (context) => Reflect.get(context, 'signal', PEEK);

Records.isCancelled = (context) => !!Records.fetchOf(context)?.aborted;

Records.mutationContext = (client, options) => ({ client, meta: options.meta, mutationKey: options.mutationKey });

// A controller is dear, and few look at the signal.
Records.intentContext = (client, options, idempotencyKey, getSignal) => ({
  ...Records.mutationContext(client, options),
  idempotencyKey,
  get signal() {
    return getSignal();
  },
});

// Written out: options are read so often that a call within would cost four times as much.
Records.forQuery = (option, query) => (typeof option === 'function' ? option(query) : option);

Records.append = (list, item) => [...list, item];

Records.read = async (open, reader, end) => {
  for await (const chunk of await open()) {
    if (!reader(chunk)) break;
  }
  return end();
};

Records.skipToken = Symbol();

exports = Records;
