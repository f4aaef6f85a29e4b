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

/** All results: [name, ok, what was printed]. */
export async function checkTypes() {
  const files = { 'app.tsx': APP }
  for (const file of ['react/hooks.tsx', 'react/register.ts', 'equal.ts']) files[file] = readFileSync(path.join(check, file), 'utf8')
  const { compilerOptions } = JSON.parse(readFileSync(path.join(check, 'tsconfig.base.json'), 'utf8'))
  files['tsconfig.json'] = JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, include: ['.'] })
  const { ok, out } = await run(project('types', files, { overrides: true }), bin('tsc'), ['-p', '.', '--pretty', 'false'])
  return [["TypeScript: with the override, an app reads Sanguine's types", ok, out]]
}
