import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'

import { orderStatuses } from '../order-status'
import { publicToRead } from './access'
import { most, text, wholeNumber } from './limits'
import { ifMatch } from './precondition'
import { countVersion, versionField } from './version'
import { allOrNone } from './whole'

type Item = { qty: number; price: number }

/** The total is the sum of the items, never what the request says. */
const sumItems: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const items: Item[] = data.items ?? originalDoc?.items ?? []
  const total = items.reduce((sum, item) => sum + item.qty * item.price, 0)
  // An item that is out of its limits is refused right after this, by its own name.
  return { ...data, total: Number.isSafeInteger(total) && total > 0 ? total : 0 }
}

export const Orders: CollectionConfig = {
  slug: 'orders',
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'customer', 'status', 'total', 'updatedAt'],
  },
  defaultSort: 'number',
  access: publicToRead,
  hooks: { beforeChange: [ifMatch, sumItems, countVersion], afterOperation: [allOrNone] },
  fields: [
    text('number', 40, { unique: true, index: true }),
    text('customer', 200),
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      index: true,
      options: orderStatuses.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
    },
    {
      name: 'items',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: most.items,
      fields: [
        text('name', 200),
        wholeNumber('qty', { least: 1, most: most.qty }),
        wholeNumber('price', { least: 0, most: most.price }, { admin: { description: 'Price of one piece in cents' } }),
      ],
    },
    wholeNumber(
      'total',
      { least: 0, most: most.items * most.qty * most.price },
      { defaultValue: 0, admin: { readOnly: true, description: 'Sum of the items in cents' } },
    ),
    versionField,
  ],
}
