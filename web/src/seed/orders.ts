import { orderStatuses } from '../order-status'
import type { Order } from '../payload-types'
import { SeededRandom } from './random'

export type OrderSeed = Pick<Order, 'number' | 'customer' | 'status'> & {
  items: { id: string; name: string; qty: number; price: number }[]
}

const firstNames = [
  'Amara',
  'Ben',
  'Chiara',
  'Daniel',
  'Elif',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Keiko',
  'Lars',
  'Mina',
  'Noah',
  'Olga',
  'Pedro',
  'Quentin',
  'Rosa',
  'Samir',
  'Tess',
  'Ulla',
  'Viktor',
  'Wanda',
  'Yusuf',
  'Zoe',
] as const

const lastNames = [
  'Abara',
  'Berg',
  'Conti',
  'Delgado',
  'Eriksen',
  'Fischer',
  'García',
  'Hoffmann',
  'Ivanova',
  'Jansen',
  'Kaya',
  'Lindqvist',
  'Moreau',
  'Nakamura',
  'O’Brien',
  'Petrov',
  'Quist',
  'Rossi',
  'Sørensen',
  'Tanaka',
  'Usman',
  'Vogel',
  'Weber',
  'Yilmaz',
  'Zając',
] as const

const companies = ['Café Löwe', 'Nord & Partner', 'Studio <Halb>', 'Harbour Books', 'Atelier "Rue 9"'] as const

/** Name and price of one piece in cents. */
const products: readonly (readonly [string, number])[] = [
  ['Espresso beans 1 kg', 1890],
  ['Filter coffee 500 g', 1150],
  ['Decaf beans 500 g', 1240],
  ['Green tea 100 g', 790],
  ['Hand grinder', 5900],
  ['Pour-over set', 3450],
  ['Paper filters 100 pcs', 420],
  ['Gooseneck kettle', 6490],
  ['Milk jug 350 ml', 1690],
  ['Stoneware mug', 1450],
  ['Espresso cup pair', 1980],
  ['Digital scale', 3990],
  ['Tamper 58 mm', 2790],
  ['Descaling powder', 690],
  ['Travel press', 3290],
  ['Gift card', 2500],
]

/** Most orders of a shop are done; the ones still moving come last. */
const history: readonly OrderSeed['status'][] = [
  'delivered',
  'delivered',
  'delivered',
  'delivered',
  'delivered',
  'delivered',
  'cancelled',
  'shipped',
]
const recent: readonly OrderSeed['status'][] = [
  'shipped',
  'packed',
  'packed',
  'paid',
  'paid',
  'pending',
  'pending',
  'cancelled',
]

/** 200 orders, SO-1001 to SO-1200, the same each time. The first six have one status each, in the order of work. */
export function orderSeeds(): OrderSeed[] {
  const random = new SeededRandom(20260105)
  const first: readonly OrderSeed['status'][] = orderStatuses
  return Array.from({ length: 200 }, (_, index) => {
    const customer =
      random.below(12) === 0 ? random.pick(companies) : `${random.pick(firstNames)} ${random.pick(lastNames)}`
    const status = first[index] ?? random.pick(index < 110 ? history : recent)
    const number = `SO-${1001 + index}`
    return { number, customer, status, items: items(number, random) }
  })
}

function items(number: string, random: SeededRandom): OrderSeed['items'] {
  const chosen = new Set<number>()
  const count = random.between(1, 4)
  while (chosen.size < count) {
    chosen.add(random.below(products.length))
  }
  return [...chosen].map((product, index) => {
    const [name, price] = products[product]!
    return { id: `${number}-${index + 1}`, name, qty: random.between(1, 3), price }
  })
}
