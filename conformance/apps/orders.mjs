/**
 * The orders in which an app is played: each action alone, each pair of actions and some threes; each mixture of answers
 * and refusals in each order; with the network down, so that nothing but the rollback repairs the screen, with it up, so
 * that the app's own invalidation does, with refetches that land in between, and offline.
 *
 * An order is a list of lists of steps: what stands in one list happens in one task, and a rest follows.
 */
const OUTCOMES = ['ok', 'fail']

/** So many threes of actions are played, and so many orders of each. */
const THREES = 12
const ORDERS_OF_A_THREE = 40

/** So many orders of an app are played unless all are asked for. */
const SAMPLE = 160

const issue = (name) => ['issue', name]
const UP = ['up']
const DOWN = ['down']
const REFETCH = ['refetch']

/** A read of everything lands, whatever the network is before and after. */
const landing = [UP, REFETCH]

function single(name) {
  const orders = []
  for (const outcome of OUTCOMES) {
    const answer = [outcome, 0]
    orders.push(
      [[DOWN, issue(name)], [answer]],
      [[issue(name)], [answer]],
      [[issue(name)], [REFETCH], [DOWN, answer]],
      [[['offline'], DOWN, issue(name)], [['online']], [answer]],
    )
  }
  return orders
}

function pair([a, b]) {
  const orders = []
  for (const [x, y] of mixtures(2)) {
    for (const [i, j] of permutations([0, 1])) {
      const outcome = [x, y]
      const first = [outcome[i], i]
      const second = [outcome[j], j]
      orders.push(
        [[DOWN, issue(a)], [issue(b)], [first], [second]],
        [[issue(a)], [issue(b)], [first], [second]],
        [[issue(a)], landing, [DOWN, issue(b)], [first], [second]],
        [[DOWN, issue(a)], [issue(b)], landing, [DOWN, first], [second]],
        [[DOWN, issue(a)], [issue(b)], [first], landing, [DOWN, second]],
        [[issue(a)], [issue(b)], [REFETCH], [first], [second]],
        [[['hold'], REFETCH, issue(a)], [issue(b)], [['letGo']], [DOWN, first], [second]],
        [
          [DOWN, issue(a), issue(b)],
          [first, second],
        ],
        [
          [issue(a), issue(b)],
          [first, second],
        ],
        [[DOWN, ['offline'], issue(a)], [issue(b)], [['online']], [first], [second]],
        [[DOWN, issue(a)], [issue(b)], [['leave']], [first], [['comeBack']], [second]],
      )
      if (i === 0)
        orders.push(
          [[DOWN, issue(a)], [first, issue(b)], [second]],
          [[issue(a)], [first, issue(b)], [second]],
          [[DOWN, issue(a)], [issue(b), first], [second]],
          [[DOWN, issue(a)], [['offline'], issue(b)], [first], [['online']], [second]],
        )
    }
  }
  return orders
}

function ordersOfThree([a, b, c]) {
  const orders = []
  for (const outcome of mixtures(3)) {
    for (const order of permutations([0, 1, 2])) {
      const [p, q, r] = order.map((number) => [outcome[number], number])
      orders.push(
        [[DOWN, issue(a)], [issue(b)], [issue(c)], [p], [q], [r]],
        [[issue(a)], [issue(b)], [issue(c)], [p], [q], [r]],
        [
          [DOWN, issue(a), issue(b), issue(c)],
          [p, q, r],
        ],
        [[DOWN, issue(a)], [issue(b)], landing, [DOWN, issue(c)], [p], [q], [r]],
      )
      if (order[0] !== 2) orders.push([[DOWN, issue(a)], [issue(b)], [p], [issue(c)], [q], [r]])
    }
  }
  return orders
}

const mixtures = (length) =>
  Array.from({ length: 2 ** length }, (_, choice) => Array.from({ length }, (_, at) => OUTCOMES[(choice >> at) & 1]))

function permutations(items) {
  if (items.length < 2) return [items]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}

/** So many of them, spread evenly. */
const some = (items, count) =>
  items.length <= count
    ? items
    : Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)])

/** Every order of an app; the place in this list is an order's number. */
export function ordersOf(app) {
  const names = Object.keys(app.actions)
  const impossible = app.impossible ?? []
  const follows = (a, b) => !impossible.some(([first, second]) => first === a && second === b)
  const pairs = names.flatMap((a) => names.filter((b) => follows(a, b)).map((b) => [a, b]))
  const threes = pairs.flatMap(([a, b]) => names.filter((c) => follows(a, c) && follows(b, c)).map((c) => [a, b, c]))
  const orders = [
    ...names.flatMap(single),
    ...pairs.flatMap(pair),
    ...some(threes, THREES).flatMap((three) => mixed(ordersOfThree(three)).slice(0, ORDERS_OF_A_THREE)),
  ]
  return app.only ? orders.filter(app.only) : orders
}

/** The numbers of the orders that are played unless all are asked for: always the same ones. */
export function sample(length) {
  const numbers = mixed(Array.from({ length }, (_, number) => number))
  return numbers.slice(0, SAMPLE).sort((a, b) => a - b)
}

/** In another order, the same each time. */
function mixed(items) {
  const left = [...items]
  let state = 1
  return items.map(() => {
    state = (state * 48271) % 2147483647
    return left.splice(state % left.length, 1)[0]
  })
}

/** What a person would say of each list of steps. */
export function tellSteps(order) {
  const issued = order.flat().filter(([word]) => word === 'issue')
  const label = (number) => `${number + 1}. (${issued[number][1]})`
  let number = 0
  const words = {
    issue: (name) => `${++number}. ${name}`,
    ok: (number) => `${label(number)} is answered`,
    fail: (number) => `${label(number)} fails`,
    up: () => 'network up',
    down: () => 'network down for reads',
    refetch: () => 'refetch',
    hold: () => 'reads are slow',
    letGo: () => 'the slow reads land',
    leave: () => 'to another page',
    comeBack: () => 'back',
    offline: () => 'offline',
    online: () => 'online',
  }
  return order.map((steps) => steps.map(([word, subject]) => words[word](subject)).join(' + '))
}

export const tell = (order) => tellSteps(order).join(' | ')
