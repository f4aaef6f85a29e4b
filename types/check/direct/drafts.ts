/** A form, as one who never saw TanStack's types writes it. */
import { QueryClient } from 'sanguine'
import { DraftObserver } from 'sanguine/drafts'
import type { DraftOptions, DraftResult, FieldResult, FieldState } from 'sanguine/drafts'
import { equal } from '../equal.js'

interface Order {
  id: number
  note: string
  total: number
  items: { id: string; name: string }[]
}

declare function updateOrder(fields: Partial<Order> & Pick<Order, 'id'>): Promise<Order>

const client = new QueryClient()

const draft = new DraftObserver<Order, Order>(client, {
  queryKey: ['orders', 7],
  record: 'order',
  id: 7,
  mutation: { mutationFn: updateOrder, retry: 1 },
  variables: (fields, id) => ({ ...fields, id }),
  errors: (error) => error.issues,
})
draft.set('note', 'A')
draft.set('items.7.name', 'B')
// @ts-expect-error a total is a number
draft.set('total', '7')
const note = draft.field('note')
equal<typeof note, FieldResult<string>>(true)
equal<typeof note.state, FieldState>(true)
equal<typeof note.theirs, string | undefined>(true)
const total = draft.value('total')
equal<typeof total, number>(true)
const all = draft.value()
equal<typeof all, Order | undefined>(true)
const saved = await draft.save()
equal<typeof saved, Order | undefined>(true)
void draft.save('note')
void draft.resolve('note', 'mine')
draft.discard()
draft.focus('note')
draft.blur('note')
const stop = draft.subscribe((result) => equal<typeof result, DraftResult<Order>>(true))
stop()
const plain: DraftOptions<Order> = { queryKey: ['orders', 7], mutation: updateOrder }
draft.setOptions(plain)
// @ts-expect-error a draft is saved somehow
draft.setOptions({ queryKey: ['orders', 7] })
