/** The world around the clients: network, focus, batches, schedulers, timers, time. */

function word(group, weight, draw, play, inner = false) {
  return { group, weight, draw, play, inner }
}

const SCHEDULERS = {
  later: (callback) => setTimeout(callback, 0),
  soon: (callback) => queueMicrotask(callback),
  'at once': (callback) => callback(),
  slowly: (callback) => setTimeout(callback, 3),
}

const NETWORK = 'focus and network'

export const WORLD_WORDS = {
  wait: word(
    'core',
    6,
    (draw) => ({ wait: draw.wait() }),
    () => undefined,
  ),
  setOnline: word(
    NETWORK,
    5,
    (draw) => ({ online: draw.chance(0.5) }),
    ({ library }, { online }) => library.onlineManager.setOnline(online),
    true,
  ),
  setFocused: word(
    NETWORK,
    4,
    (draw) => ({ focused: draw.pick([true, true, false, false, { $: 'absent' }]) }),
    (world, { focused }) => world.library.focusManager.setFocused(world.build(focused)),
  ),
  listenToNetwork: word(
    NETWORK,
    1,
    (draw) => ({ name: draw.make('network') }),
    (world, { name }) => {
      world.log('world', `${name} is set up`)
      world.library.onlineManager.setEventListener((setOnline) => {
        world.add(name, { tell: setOnline })
        return () => world.log('world', `${name} is taken down`)
      })
    },
  ),
  listenToFocus: word(
    NETWORK,
    1,
    (draw) => ({ name: draw.make('focus') }),
    (world, { name }) => {
      world.log('world', `${name} is set up`)
      world.library.focusManager.setEventListener((setFocused) => {
        world.add(name, { tell: setFocused })
        return () => world.log('world', `${name} is taken down`)
      })
    },
  ),
  tellNetwork: word(
    NETWORK,
    2,
    (draw) => tell(draw, 'network', [true, false]),
    (world, step) => world.get(step.on).tell(step.value),
  ),
  tellFocus: word(
    NETWORK,
    2,
    (draw) => tell(draw, 'focus', [true, false, { $: 'absent' }]),
    (world, step) => world.get(step.on).tell(world.build(step.value)),
  ),
  subscribeToNetwork: word(
    NETWORK,
    1,
    (draw) => ({ name: draw.make('listener') }),
    (world, { name }) => {
      const leave = world.library.onlineManager.subscribe((online) => world.log(name, `online ${online}`))
      world.add(name, { leave })
    },
  ),
  subscribeToFocus: word(
    NETWORK,
    1,
    (draw) => ({ name: draw.make('listener') }),
    (world, { name }) => {
      const leave = world.library.focusManager.subscribe((focused) => world.log(name, `focused ${focused}`))
      world.add(name, { leave })
    },
  ),
  stopListening: word(
    NETWORK,
    1,
    (draw) => {
      const on = draw.one('listener')
      return on && { on }
    },
    (world, { on }) => world.get(on).leave(),
  ),
  setIsServer: word(
    NETWORK,
    0.5,
    (draw) => ({ server: draw.chance(0.5) }),
    ({ library }, { server }) => library.environmentManager.setIsServer(() => server),
  ),

  batch: word(
    'batches',
    5,
    (draw) => ({ steps: draw.innerSteps() }),
    (world, { steps }) => world.library.notifyManager.batch(() => steps.forEach((step) => world.perform(step))),
  ),
  schedule: word(
    'batches',
    3,
    (draw) => ({ name: draw.newName('scheduled'), steps: draw.innerSteps() }),
    (world, { name, steps }) => {
      world.library.notifyManager.schedule(() => {
        world.log(name, 'runs')
        steps.forEach((step) => world.perform(step))
      })
    },
    true,
  ),
  batchCalls: word(
    'batches',
    2,
    (draw) => ({ name: draw.newName('scheduled') }),
    (world, { name }) => {
      const call = world.library.notifyManager.batchCalls((...parts) =>
        world.log(name, `called with ${world.show(parts)}`),
      )
      call(1, 'two')
      world.library.notifyManager.batch(() => [3, 4].forEach((part) => call(part)))
    },
    true,
  ),
  setScheduler: word(
    'batches',
    1,
    (draw) => ({ how: draw.pick(Object.keys(SCHEDULERS)) }),
    (world, { how }) => world.library.notifyManager.setScheduler(SCHEDULERS[how]),
  ),
  setNotifyFunctions: word(
    'batches',
    1,
    (draw) => ({ name: draw.newName('notify') }),
    (world, { name }) => {
      world.library.notifyManager.setNotifyFunction((callback) => {
        world.log(name, 'notifies')
        callback()
      })
      world.library.notifyManager.setBatchNotifyFunction((callback) => {
        world.log(name, 'notifies of a batch')
        callback()
      })
    },
  ),

  setTimeoutProvider: word(
    'timers',
    1,
    (draw) => ({ times: draw.pick([1, 2, 3]) }),
    (world, { times }) => {
      world.library.timeoutManager.setTimeoutProvider({
        setTimeout: (callback, delay) => setTimeout(callback, delay * times),
        clearTimeout: (id) => clearTimeout(id),
        setInterval: (callback, delay) => setInterval(callback, delay * times),
        clearInterval: (id) => clearInterval(id),
      })
    },
  ),
  managedTimeout: word(
    'timers',
    2,
    (draw) => ({ name: draw.newName('timeout'), ms: draw.pick([0, 5, 20]), ...draw.maybe(0.3, 'cleared', () => true) }),
    (world, { name, ms, cleared }) => {
      const { timeoutManager } = world.library
      const id = timeoutManager.setTimeout(() => world.log(name, 'is over'), ms)
      if (cleared) timeoutManager.clearTimeout(id)
    },
  ),
  managedInterval: word(
    'timers',
    1,
    (draw) => ({ name: draw.newName('interval') }),
    (world, { name }) => {
      const { timeoutManager } = world.library
      let times = 0
      const id = timeoutManager.setInterval(() => {
        world.log(name, 'comes round')
        if (++times === 3) timeoutManager.clearInterval(id)
      }, 7)
    },
  ),
}

function tell(draw, kind, values) {
  const on = draw.one(kind)
  return on && { on, value: draw.pick(values) }
}
