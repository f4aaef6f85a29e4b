import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'

import { publicToRead } from './access'
import { countVersion, versionField } from './version'

export const orderStatuses = ['pending', 'paid', 'packed', 'shipped', 'delivered', 'cancelled'] as const

type Item = { qty: number; price: number }

/** The total is the sum of the items, never what the request says. */
const sumItems: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const items: Item[] = data.items ?? originalDoc?.items ?? []
  return { ...data, total: items.reduce((sum, item) => sum + item.qty * item.price, 0) }
}

const wholeNumber = (least: number) => (value: number | null | undefined) =>
  (typeof value === 'number' && Number.isInteger(value) && value >= least) || `Must be a whole number of at least ${least}.`

export const Orders: CollectionConfig = {
  slug: 'orders',
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'customer', 'status', 'total', 'updatedAt'],
  },
  defaultSort: 'number',
  access: publicToRead,
  hooks: { beforeChange: [sumItems, countVersion] },
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, index: true },
    { name: 'customer', type: 'text', required: true },
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
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'qty', type: 'number', required: true, validate: wholeNumber(1) },
        {
          name: 'price',
          type: 'number',
          required: true,
          validate: wholeNumber(0),
          admin: { description: 'Price of one piece in cents' },
        },
      ],
    },
    {
      name: 'total',
      type: 'number',
      required: true,
      defaultValue: 0,
      admin: { readOnly: true, description: 'Sum of the items in cents' },
    },
    versionField,
  ],
}
