import type { CollectionConfig } from 'payload'

import { publicToRead } from './access'
import { longText, text } from './limits'
import { countVersion, versionField } from './version'
import { allOrNone } from './whole'

export const Events: CollectionConfig = {
  slug: 'events',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'date', 'location', 'updatedAt'],
  },
  defaultSort: 'date',
  access: publicToRead,
  hooks: { beforeChange: [countVersion], afterOperation: [allOrNone] },
  fields: [
    text('title', 200),
    { name: 'date', type: 'date', required: true, index: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    text('location', 200),
    longText('description'),
    versionField,
  ],
}
