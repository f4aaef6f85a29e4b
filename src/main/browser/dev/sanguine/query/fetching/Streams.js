/** @fileoverview Reads what comes piece by piece: async iterables. Member names are kept by the externs. */
goog.module('sanguine.Streams')
goog.module.declareLegacyNamespace()

const Streams = {}

Streams.append = (list, item) => [...list, item]

Streams.read = async (open, reader, end) => {
  for await (const chunk of await open()) {
    if (!reader(chunk)) break
  }
  return end()
}

exports = Streams
