/** Observers of several queries at once, with and without `combine`. */
import { HOWS } from '../functions.mjs'
import { queryOptions, resultFields } from '../options.mjs'

function drawQueries(draw) {
  const count = draw.int(4)
  const queries = Array.from({ length: count }, () => queryOptions(draw, draw.plainKey()))
  return draw.chance(0.15) && count ? [...queries, queries[0]] : queries
}

function drawCombine(draw) {
  return draw.maybe(0.5, 'combine', () => draw.pooled('combine', () => ({ how: draw.pick(HOWS.combine) })))
}

/** The queries of a step, made anew or those that the observer has, in another order or one fewer. */
function drawNext(draw) {
  return draw.chance(0.5)
    ? { queries: drawQueries(draw) }
    : { again: draw.pick(['same', 'reversed', 'fewer', 'twice']) }
}

function nextQueries(world, step, thing) {
  if (step.queries) thing.queries = world.build(step.queries)
  if (step.again === 'reversed') thing.queries = [...thing.queries].reverse()
  if (step.again === 'fewer') thing.queries = thing.queries.slice(1)
  if (step.again === 'twice') thing.queries = [...thing.queries, ...thing.queries.slice(0, 1)]
  return thing.queries
}

function resultsText(world, name, results) {
  return `[${results.map((result, at) => `${at}: ${world.changes.of(`${name} ${at}`, result)}`).join('; ')}]`
}

function toSeveral(weight, drawMore, play, inner = false) {
  return {
    group: 'several',
    weight,
    inner,
    draw: (draw) => {
      const on = draw.one('q')
      return on && { on, ...drawMore(draw) }
    },
    play: (world, step) => play(world, step, world.get(step.on)),
  }
}

export const SEVERAL_WORDS = {
  observeSeveral: {
    group: 'several',
    weight: 8,
    draw: (draw) => ({ ...draw.client(), queries: drawQueries(draw), ...drawCombine(draw), name: draw.make('q') }),
    play: (world, step) => {
      const queries = world.build(step.queries)
      const combine = world.build(step.combine)
      const observer = new world.library.QueriesObserver(world.client(step), queries, combine && { combine })
      const thing = world.add(step.name, { name: step.name, observer, queries, combine, unsubscribes: [] }, observer)
      thing.hear = (results) => world.log(step.name, `hears ${resultsText(world, step.name, results)}`)
      thing.leave = () => thing.unsubscribes.forEach((unsubscribe) => unsubscribe())
      thing.unsubscribes.push(observer.subscribe(thing.hear))
      world.log(step.name, `begins with ${resultsText(world, step.name, observer.getCurrentResult())}`)
    },
  },
  setQueries: toSeveral(
    5,
    (draw) => ({ ...drawNext(draw), ...drawCombine(draw) }),
    (world, step, thing) => {
      if (step.combine) thing.combine = world.build(step.combine)
      thing.observer.setQueries(nextQueries(world, step, thing), thing.combine && { combine: thing.combine })
      world.log(step.on, `has ${resultsText(world, step.on, thing.observer.getCurrentResult())}`)
    },
  ),
  renderSeveral: toSeveral(
    5,
    (draw) => ({ ...drawNext(draw), ...drawCombine(draw), ...draw.maybe(0.5, 'tracks', () => resultFields(draw)) }),
    (world, step, thing) => {
      if (step.combine) thing.combine = world.build(step.combine)
      const queries = nextQueries(world, step, thing)
      const [raw, combined, track] = thing.observer.getOptimisticResult(queries, thing.combine)
      world.log(step.on, `renders ${resultsText(world, `${step.on} rendered`, raw)}`)
      const tracked = step.tracks ? track() : raw
      if (step.tracks)
        world.log(step.on, `reads ${world.show(tracked.map((result) => step.tracks.map((field) => result[field])))}`)
      world.log(step.on, `combines ${world.show(step.tracks ? combined(tracked) : combined())}`)
      thing.observer.setQueries(queries, thing.combine && { combine: thing.combine })
    },
  ),
  currentOfSeveral: toSeveral(
    2,
    () => ({}),
    (world, step, { observer }) => {
      world.log(
        step.on,
        `has ${resultsText(world, step.on, observer.getCurrentResult())} of ${world.show(observer.getQueries())}, ${observer.getObservers().length} observers`,
      )
    },
  ),
  refetchOneOfSeveral: toSeveral(
    2,
    (draw) => ({ name: draw.newName('p'), at: draw.int(3) }),
    (world, step, { observer }) => {
      const one = observer.getCurrentResult()[step.at]
      if (one) world.watch(step, one.refetch())
    },
  ),
  unsubscribeSeveral: toSeveral(
    2,
    () => ({}),
    (world, step, thing) => thing.unsubscribes.pop()?.(),
    true,
  ),
  subscribeSeveral: toSeveral(
    2,
    () => ({}),
    (world, step, thing) => {
      thing.unsubscribes.push(thing.observer.subscribe(thing.hear))
    },
  ),
  destroySeveral: toSeveral(
    0.5,
    () => ({}),
    (world, step, { observer }) => observer.destroy(),
  ),
}
