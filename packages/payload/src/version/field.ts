import type { CollectionConfig, Field, FieldHook, NumberField } from 'payload'

import { transactionOf } from '../database/transactions.js'
import { lockedIn } from './rows.js'

/** The collection's fields with a field for the version: its own one of that name, or a new one. */
export function withVersionField(collection: CollectionConfig, name: string): Field[] {
  const own = collection.fields.find((field) => 'name' in field && field.name === name)
  if (!own) {
    return [
      ...collection.fields,
      guarded({ name, type: 'number', admin: { readOnly: true, position: 'sidebar' } }, name),
    ]
  }
  if (own.type !== 'number' || own.localized || own.hasMany || own.virtual) {
    throw new Error(
      `sanguine: the field “${name}” of the collection “${collection.slug}” must be a plain number field. ` +
        'Name another one with the option versionField.',
    )
  }
  return collection.fields.map((field) => (field === own ? guarded(own, name) : field))
}

/** Nobody writes the field; whatever comes, the version is the one that the plugin has raised. */
function guarded(field: NumberField, name: string): NumberField {
  return {
    ...field,
    defaultValue: 1,
    access: { ...field.access, create: () => false, update: () => false },
    hooks: {
      ...field.hooks,
      beforeChange: [...(field.hooks?.beforeChange ?? []), ownVersion(name)],
      afterRead: [...(field.hooks?.afterRead ?? []), ({ value }) => value ?? 0],
    },
  } as NumberField
}

const ownVersion =
  (name: string): FieldHook =>
  async ({ collection, operation, originalDoc, req, value }) => {
    if (operation === 'create' || !collection) {
      return operation === 'create' ? 1 : value
    }
    const transaction = await transactionOf(req)
    const locked = transaction && lockedIn(transaction, collection.slug, originalDoc?.id)
    if (!locked?.raised) {
      throw transactionLost(`${collection.slug} ${String(originalDoc?.id)} cannot get its ${name}`)
    }
    return locked.version
  }

/** An operation within a hook failed, and Payload rolled back the transaction of the operation around it. */
export const transactionLost = (what: string) =>
  new Error(
    `sanguine: ${what}, because its transaction was rolled back. An operation that a hook called with \`req\` failed. ` +
      'Let the error pass, or call the operation without `req`, or with `disableErrors`.',
  )
