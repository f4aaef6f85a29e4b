import { APIError, type CollectionAfterOperationHook } from 'payload'

type Bulk = { errors?: { id: number; isPublic?: boolean; message: string }[] }

/** Of a change of several records that is refused for one of them, none is made. Payload would keep the others. */
export const allOrNone: CollectionAfterOperationHook = ({ result }) => {
  const [refused] = (result as Bulk).errors ?? []
  if (refused) {
    throw refused.isPublic
      ? new APIError(`Nothing was changed, because record ${refused.id} is refused. ${refused.message}`, 400)
      : new Error(`Record ${refused.id}: ${refused.message}`)
  }
  return result
}
