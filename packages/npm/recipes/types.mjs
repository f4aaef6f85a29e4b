/** TypeScript in an app that has the override: it reads Sanguine's types through the adapter, and all of types/check/react compiles. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bin, here, project, run } from './projects.mjs'

const check = path.join(here, '../../../types/check')

const APP = `
import { queryOptions, useMutation } from '@tanstack/react-query'
import { useUnsavedIntents } from 'sanguine/react'

const eventOptions = queryOptions({ queryKey: ['event'], queryFn: async () => ({ id: 1, title: '' }) })

export const useSave = () =>
  useMutation({
    mutationFn: async (title: string, { idempotencyKey }) => idempotencyKey ?? title,
    optimistic(intent, title) {
      intent.merge(eventOptions.queryKey, { title })
      // @ts-expect-error a title is a text
      intent.merge(eventOptions.queryKey, { title: 1 })
    },
    outcome: () => 'unknown',
  })
export const useErrors = () => useUnsavedIntents({ queryKey: ['event'] }).map((intent) => intent.error)
`

/** A client of each adapter is a client to what stands on query-core: intents, persisters, broadcasts. */
const CLIENTS = `
import type {} from 'sanguine/react-query'
import type { QueryClient as Client } from '@tanstack/query-core'
import { QueryClient as React } from '@tanstack/react-query'
import { QueryClient as Solid } from '@tanstack/solid-query'
import { QueryClient as Vue, useQueryClient } from '@tanstack/vue-query'

export const clients: Client[] = [new React(), new Solid(), new Vue(), useQueryClient()]
export const fetching = clients[0]?.isFetching(['events'])
// @ts-expect-error no filters and no key
clients[0]?.isFetching({ kye: ['events'] })
`

/** What a component of vue-query has, and an observer and a log take. */
const OBSERVER = `
import { useQueryClient } from '@tanstack/vue-query'
import { EventLog, IntentsObserver } from 'sanguine/intents'
export const observe = () => new IntentsObserver(useQueryClient(), { queryKey: ['events'] })
export const log = () => new EventLog(useQueryClient())
`

/** vue-query's own types do not hold with `exactOptionalPropertyTypes`. */
const ADAPTERS = { 'clients.ts': CLIENTS, 'observer.ts': OBSERVER }

async function compiles(name, files, setting, isExact = true) {
  const { compilerOptions } = JSON.parse(readFileSync(path.join(check, 'tsconfig.base.json'), 'utf8'))
  const tsconfig = JSON.stringify({
    compilerOptions: { ...compilerOptions, exactOptionalPropertyTypes: isExact, skipLibCheck: true },
    include: ['.'],
  })
  const { ok, out } = await run(project(name, { ...files, 'tsconfig.json': tsconfig }, setting), bin('tsc'), [
    '-p',
    '.',
    '--pretty',
    'false',
  ])
  return [ok, out]
}

/** All results: [name, ok, what was printed]. */
export async function checkTypes() {
  const files = { 'app.tsx': APP }
  for (const file of ['react/hooks.tsx', 'react/register.ts', 'equal.ts'])
    files[file] = readFileSync(path.join(check, file), 'utf8')
  return [
    [
      "TypeScript: with the override, an app reads Sanguine's types",
      ...(await compiles('types', files, { overrides: true })),
    ],
    [
      'TypeScript: with the override, the clients of the adapters are clients',
      ...(await compiles('types-adapters', ADAPTERS, { overrides: true }, false)),
    ],
    [
      'TypeScript: with an alias, the clients of the adapters are clients',
      ...(await compiles('types-aliased', ADAPTERS, {}, false)),
    ],
  ]
}
