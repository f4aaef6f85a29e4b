/** @fileoverview Gives mutations the members `undo` and `sendNow`. The engine itself has no bytes for them. */
goog.module('sanguine.MutationMembers')
goog.module.declareLegacyNamespace()

const Mutation = goog.require('dev.sanguine.query.Mutation')

const MutationMembers = {}

MutationMembers.add = (undo, sendNow) => {
  Object.assign(Mutation.prototype, {
    'undo'() {
      return undo(this)
    },
    'sendNow'() {
      return sendNow(this)
    },
  })
}

exports = MutationMembers
