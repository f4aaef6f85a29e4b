import type { BaseDatabaseAdapter, Payload } from 'payload'

/**
 * What the plugin uses of Payload's two adapters on drizzle. They have no common public type, and the plugin has no dependency on
 * drizzle. So these are the few calls, with as much of their types as the plugin needs.
 */
export type Adapter = BaseDatabaseAdapter & {
  name: 'sqlite' | 'postgres'
  drizzle: Drizzle & { transaction: (act: (tx: Drizzle) => Promise<void>, options?: unknown) => Promise<void> }
  transactionOptions?: unknown
  sessions: Record<string, { db: Drizzle; resolve: () => Promise<void>; reject: () => Promise<void> }>
  tables: Record<string, Table>
  tableNameMap: Map<string, string>
  operators: Record<'and' | 'or', (...conditions: Condition[]) => Condition> &
    Record<'equals' | 'in' | 'less_than' | 'greater_than', (column: Column, value: unknown) => Condition> &
    Record<'isNull', (column: Column) => Condition>
  execute: (args: { db: Drizzle; raw: string }) => Promise<unknown>
  initializing?: Promise<void>
  /** Of SQLite. */
  client?: { transaction: (mode?: 'deferred') => Promise<LibsqlTransaction> }
  /** Of PostgreSQL. */
  pool?: Pool
  /** Of PostgreSQL, if the app has named a schema. */
  schemaName?: string
  /** Of PostgreSQL with read replicas: the database that is written to. */
  primaryDrizzle?: Drizzle
}

type Pool = {
  options: { max?: number }
  query: (sql: string) => Promise<unknown>
  Client: new (options: object) => PgClient
}

/** One connection to PostgreSQL, outside of the pool. */
export type PgClient = {
  connect: () => Promise<unknown>
  query: (sql: string) => Promise<unknown>
  end: () => Promise<void>
  on: (event: 'error' | 'end' | 'notification', act: () => void) => unknown
}

type LibsqlTransaction = { execute: (sql: string) => Promise<unknown>; rollback: () => Promise<void> }

/** A condition of an SQL statement, made by `operators`. */
export type Condition = { readonly condition: unique symbol }
export type Column = { dataType: string; getSQLType: () => string; notNull: boolean }
export type Table = Record<string, Column>
export type Row = Record<string, unknown>

/** The builder of statements: of one transaction, or of the database if each statement stands alone. */
export type Drizzle = {
  select: (columns: Table) => { from: (table: Table) => { where: (condition: Condition) => Selection } }
  insert: (table: Table) => {
    values: (row: Row) => { onConflictDoNothing: () => { returning: (columns: Table) => Promise<Row[]> } }
  }
  update: (table: Table) => {
    set: (row: Row) => { where: (condition: Condition) => { returning: (columns: Table) => Promise<Row[]> } }
  }
  delete: (table: Table) => { where: (condition: Condition) => Promise<unknown> }
}

/** `for` exists on PostgreSQL only. */
export type Selection = Promise<Row[]> & { for?: (strength: 'update') => Promise<Row[]> }

export const adapterOf = (payload: Payload) => payload.db as unknown as Adapter

/** The table of a collection; throws if there is none. */
export function tableOf(adapter: Adapter, slug: string): Table {
  const name = adapter.tableNameMap.get(snakeCase(slug))
  const table = name === undefined ? undefined : adapter.tables[name]
  if (!table) {
    throw new Error(`sanguine: the database has no table for the collection “${slug}”.`)
  }
  return table
}

/** As Payload makes the names of tables from slugs. */
const snakeCase = (slug: string) =>
  slug
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toLowerCase()
