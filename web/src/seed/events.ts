import type { Event } from '../payload-types'
import { SeededRandom } from './random'

export type EventSeed = Required<Pick<Event, 'title' | 'date' | 'location' | 'description'>>

const kinds: readonly (readonly [string, string])[] = [
  [
    'Cupping evening',
    'Six coffees, blind and side by side. We taste, compare notes and vote for the next house blend.',
  ],
  ['Latte art for beginners', 'From steamed milk to a first heart. Cups, milk and patience are provided.'],
  [
    'Home espresso clinic',
    'Bring your own grinder. We set it, clean it and find out why yesterday’s shot ran too fast.',
  ],
  ['Roastery tour', 'An hour between green sacks and the drum roaster, with a fresh batch at the end.'],
  ['Tea and patience', 'Four green teas, three temperatures, no rush.'],
  ['Pour-over workshop', 'One dripper, three recipes: how water, time and grind change a cup.'],
  ['Repair café', 'Kettles, grinders, machines: we open them together and get most of them going again.'],
  ['Open market stall', 'Find us between the bread and the flowers. Samples all day, orders packed on the spot.'],
]

const places = [
  'Shop, Quay Street 4',
  'Roastery, Old Tram Depot',
  'Market Hall, Stand 17',
  'Library, Room 2',
  'Community Garden, North Gate',
] as const

/** 40 events, one about every nine days from January 2027 on, the same each time. */
export function eventSeeds(): EventSeed[] {
  const random = new SeededRandom(20270104)
  const start = Date.UTC(2027, 0, 4)
  return Array.from({ length: 40 }, (_, index) => {
    const [kind, description] = kinds[index % kinds.length]!
    const day = start + (index * 9 + random.below(4)) * 86_400_000
    const hour = random.pick([10, 14, 17, 18, 19])
    return {
      title: `${kind} no. ${Math.floor(index / kinds.length) + 1}`,
      date: new Date(day + hour * 3_600_000).toISOString(),
      location: random.pick(places),
      description,
    }
  })
}
