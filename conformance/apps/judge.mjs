/**
 * What may be on the screen, computed from the issues alone.
 *
 * Strictly: the server's start with every pending and every confirmed change, in order of issue; of two that write one
 * field the later one wins. No failed change is in it.
 *
 * Leniently, as far as query-core's way with refetches goes: a change that was under way while a read landed may be
 * missing in that part, until a read has brought it. A failed change never shows, and one that was issued after the
 * read never misses.
 *
 * Both are judged at a rest. Between two rests what is issued or refused meanwhile may show or not: these are `moving`.
 */
export function judge(app, server, screen, moving) {
  const live = server.issues.filter(({ status }) => status !== 'failed')
  const right = app.view(server.stateWith(live))
  const wrong = {}
  for (const part of Object.keys(right)) {
    const shown = JSON.stringify(screen[part])
    if (shown === JSON.stringify(right[part])) continue
    const look = { part, shown: screen[part], right: right[part] }
    if (!admissible(app, server, part, live, moving ?? []).has(shown)) wrong.strictly ??= look
    if (
      !admissible(app, server, part, live, [...(moving ?? []), ...missed(live, part, moving !== undefined)]).has(shown)
    )
      wrong.leniently ??= look
  }
  return wrong
}

const missed = (issues, part, isBetween) =>
  issues.filter((issue) => (isBetween ? issue.wasMissedBy : issue.missedBy).has(part))

/** Every screen of a part that the live changes make, with each of the optional ones or without it. */
function admissible(app, server, part, live, optional) {
  const choices = [...new Set(optional)]
  const screens = new Set()
  for (let choice = 0; choice < 2 ** choices.length; choice++) {
    const chosen = (issue) => (choices.includes(issue) ? choice & (2 ** choices.indexOf(issue)) : live.includes(issue))
    screens.add(JSON.stringify(app.view(server.stateWith(server.issues.filter(chosen)))[part]))
  }
  return screens
}
