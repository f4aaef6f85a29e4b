/**
 * The ways an order is played: query-core; Sanguine with each value of the client's option `onMutateWrites`; and, of the
 * apps that have it, Sanguine with the option `optimistic` in the pattern's place.
 */
export const WAYS = [
  { name: 'query-core', library: 'peer', judge: 'leniently' },
  { name: 'ours', library: 'own', judge: 'leniently' },
  { name: 'intents', library: 'own', options: { onMutateWrites: 'intents' }, judge: 'strictly' },
  { name: 'plain', library: 'own', options: { onMutateWrites: 'plain' } },
  { name: 'optimistic', library: 'own', page: 'withOption', judge: 'strictly' },
]

export const waysOf = (app) => WAYS.filter(({ page = 'page' }) => app[page])

const texts = ({ rests }) => rests.map(({ shown }) => shown).join('\n')

/**
 * What is to be said about the plays of one order: for each way what was wrong; `unasked` if the default differs from
 * query-core in a run without a refetch in between in which query-core was right all the time; `flashes` if a listener was told
 * something wrong between two rests, by the default leniently or with intents strictly; `plain` if the option that turns all
 * of it off does not turn it off.
 */
export function findings({ 'query-core': peer, ours, intents, plain, optimistic }, app) {
  // What an app writes before it calls mutate is no write of onMutate: with intents too it is a plain write.
  const judge = app.writesFirst ? 'leniently' : 'strictly'
  return {
    'query-core': peer.leniently,
    'query-core, strictly': peer.strictly,
    ours: ours.leniently,
    intents: intents[judge],
    unasked: peer.strictly || peer.isOvertaken || texts(ours) === texts(peer) ? undefined : firstDifference(peer, ours),
    flashes: ours.flashes.leniently ?? (app.rowsMayBeOlder ? undefined : intents.flashes[judge]),
    plain: texts(plain) === texts(peer) ? undefined : firstDifference(peer, plain),
    optimistic: optimistic?.strictly,
  }
}

/** The columns in which nothing may stand. */
export const OURS = ['ours', 'intents', 'unasked', 'flashes', 'plain', 'optimistic']

function firstDifference(peer, other) {
  const at = peer.rests.findIndex(({ shown }, index) => shown !== other.rests[index].shown)
  return { at, part: 'screen', shown: JSON.parse(other.rests[at].shown), right: JSON.parse(peer.rests[at].shown) }
}
