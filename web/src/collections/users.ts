import { APIError, type CollectionBeforeDeleteHook, type CollectionConfig } from 'payload'

import { privateToUsers } from './access'
import { allOrNone } from './whole'

/** Without any user the shop would be open to whoever comes first. */
const keepOneself: CollectionBeforeDeleteHook = ({ id, req }) => {
  if (req.user?.id === id) {
    throw new APIError('You cannot remove the user that you are signed in as.', 400)
  }
}

export const Users: CollectionConfig = {
  slug: 'users',
  auth: true,
  admin: { useAsTitle: 'email' },
  access: privateToUsers,
  hooks: { beforeDelete: [keepOneself], afterOperation: [allOrNone] },
  fields: [{ name: 'name', type: 'text', maxLength: 200 }],
}
