/** A process that plays programs on both sides. A program that never ends ends this process, and nothing else. */
import { channelKind, differenceText, firstDifference, kindOf } from './compare.mjs'
import { BROKEN } from './broken.mjs'
import { programText } from './print.mjs'
import { programOf } from './program.mjs'
import { shrink } from './shrink.mjs'
import { load } from './sides.mjs'
import { play } from './world.mjs'

// What development builds tell people is not compared.
console.error = console.warn = () => undefined

let peer
let ours

async function differenceOf(program) {
  return firstDifference(await play(peer, program), await play(ours, program))
}

const TASKS = {
  async open({ peerFile, ourFile, broken }) {
    peer = await load(peerFile)
    ours = await load(ourFile)
    if (broken) ours = BROKEN[broken](ours)
  },

  async play({ seed, steps, without }) {
    const difference = await differenceOf(programOf(seed, steps, { without }))
    return (
      difference && {
        kind: `${channelKind(difference.channel)}${difference.kind === 'later' ? ', later' : ''}`,
        text: differenceText(difference),
      }
    )
  },

  async shrink({ seed, steps, without }) {
    const program = programOf(seed, steps, { without })
    const kind = kindOf(await differenceOf(program))
    const smallest = await shrink(program, async (candidate) => {
      const difference = await differenceOf(candidate)
      return difference !== undefined && kindOf(difference) === kind
    })
    return {
      program: programText(smallest),
      text: differenceText(await differenceOf(smallest)),
      words: smallest.steps.map(({ word }) => word),
    }
  },
}

process.on('message', async ({ task, ...rest }) => {
  try {
    process.send({ result: await TASKS[task](rest) })
  } catch (error) {
    process.send({ problem: error.stack })
  }
})

process.on('disconnect', () => process.exit())
