import type { Access, CollectionConfig } from 'payload'

const anyone: Access = () => true
const signedIn: Access = ({ req }) => Boolean(req.user)

/** Anyone may read; only a signed-in user may change. */
export const publicToRead: CollectionConfig['access'] = {
  read: anyone,
  create: signedIn,
  update: signedIn,
  delete: signedIn,
}

/** Nobody but a signed-in user sees or changes anything. */
export const privateToUsers: CollectionConfig['access'] = {
  read: signedIn,
  create: signedIn,
  update: signedIn,
  delete: signedIn,
}
