import type { CollectionConfig } from 'payload'

import { privateToUsers } from './access'

export const Users: CollectionConfig = {
  slug: 'users',
  auth: true,
  admin: { useAsTitle: 'email' },
  access: privateToUsers,
  fields: [{ name: 'name', type: 'text' }],
}
