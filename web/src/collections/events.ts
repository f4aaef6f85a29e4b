import type { CollectionConfig } from 'payload'

import { publicToRead } from './access'
import { countVersion, versionField } from './version'

export const Events: CollectionConfig = {
  slug: 'events',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'date', 'location', 'updatedAt'],
  },
  defaultSort: 'date',
  access: publicToRead,
  hooks: { beforeChange: [countVersion] },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'date', type: 'date', required: true, index: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'location', type: 'text', required: true },
    { name: 'description', type: 'textarea' },
    versionField,
  ],
}
