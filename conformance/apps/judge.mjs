/**
 * What may be on the screen, computed from the issues alone.
 *
 * Strictly: the server's start with every pending and every confirmed change, in order of issue; of two that write one
 * field the later one wins. No failed change is in it.
 *
 * Leniently, as far as query-core's way with refetches goes: a change that was under way while a read landed may be
 * missing in that part, until a read has brought it. A failed change never shows, and one that was issued after the
 * read never misses.
 */
export function judge(app, server, screen) {
  const live = server.issues.filter(({ status }) => status !== 'failed')
  const right = app.view(server.stateWith(live))
  const wrong = {}
  for (const part of Object.keys(right)) {
    const shown = JSON.stringify(screen[part])
    if (shown === JSON.stringify(right[part])) continue
    wrong.strictly ??= { part, shown: screen[part], right: right[part] }
    const lenient = admissible(app, server, live, part)
    if (!lenient.has(shown)) wrong.leniently ??= { part, shown: screen[part], right: right[part] }
  }
  return wrong
}

function admissible(app, server, live, part) {
  const optional = live.filter(({ missedBy }) => missedBy.has(part))
  const screens = new Set()
  for (let choice = 0; choice < 2 ** optional.length; choice++) {
    const left = optional.filter((_, index) => choice & (2 ** index))
    const shown = live.filter((issue) => !left.includes(issue))
    screens.add(JSON.stringify(app.view(server.stateWith(shown))[part]))
  }
  return screens
}
