/** Compares what two sides saw, channel by channel, and finds the first difference in time. */

function byChannel(lines) {
  const channels = new Map()
  lines.forEach((line, at) => {
    if (!channels.has(line.channel)) channels.set(line.channel, [])
    channels.get(line.channel).push({ ...line, at })
  })
  return channels
}

function same(peer, ours) {
  return peer !== undefined && ours !== undefined && peer.text === ours.text && peer.place === ours.place
}

/**
 * The first difference, or undefined. `kind` says what it is: a line that differs, or one that comes more rounds of
 * promises later than the peer's. To come earlier is no difference.
 */
export function firstDifference(peerLines, ourLines) {
  const peers = byChannel(peerLines)
  const ours = byChannel(ourLines)
  let first
  for (const channel of new Set([...peers.keys(), ...ours.keys()])) {
    const left = peers.get(channel) ?? []
    const right = ours.get(channel) ?? []
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const peer = left[index]
      const our = right[index]
      const kind = !same(peer, our) ? 'line' : our.round > peer.round ? 'later' : undefined
      if (!kind) continue
      const at = Math.min(peer?.at ?? Infinity, our?.at ?? Infinity)
      if (!first || at < first.at) first = { kind, channel, index, peer, ours: our, at }
      break
    }
  }
  return first
}

/** `o12` and `o3` are channels of one kind. */
export function channelKind(channel) {
  return channel.replace(/\d+/g, '')
}

/** Differences of one kind: in such a channel, with lines that begin alike. A smaller program has to keep it. */
export function kindOf({ kind, channel, peer, ours }) {
  const word = (line) => line?.text.split(' ')[0] ?? 'nothing'
  return [channelKind(channel), kind, word(peer), word(ours)].join(' ')
}

function lineText(line, kind) {
  if (!line) return 'nothing more'
  return `${line.place}${kind === 'later' ? `, round ${line.round}` : ''}: ${line.text}`
}

/** Where two long lines part. */
function partingText(peer, ours) {
  if (!peer || !ours || peer.text === ours.text) return []
  let at = 0
  while (peer.text[at] === ours.text[at]) at++
  const excerpt = ({ text }) => `${at > 30 ? '...' : ''}${text.slice(Math.max(0, at - 30), at + 50)}`
  return at < 60 ? [] : [`  peer, where they part: ${excerpt(peer)}`, `  ours, where they part: ${excerpt(ours)}`]
}

export function differenceText({ kind, channel, index, peer, ours }) {
  return [
    `${channel}, line ${index + 1}${kind === 'later' ? ', comes later' : ''}`,
    `  peer  ${lineText(peer, kind)}`,
    `  ours  ${lineText(ours, kind)}`,
    ...partingText(peer, ours),
  ].join('\n')
}
