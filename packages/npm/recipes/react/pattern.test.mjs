/** The pattern of TanStack Query's guide, with unmodified react-query under StrictMode, on the packed package. */
import './page.mjs'
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { StrictMode, act, createElement as h } from 'react'
import { createRoot } from 'react-dom/client'

const KEY = ['events', 1]
const turn = () => new Promise((done) => setTimeout(done, 1))
const settle = () =>
  act(async () => {
    for (let i = 0; i < 5; i++) await turn()
  })
const roots = []

afterEach(async () => {
  for (const root of roots.splice(0)) await act(async () => root.unmount())
})

/** Saves some fields as the guide has it. */
function useSave(asked) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => new Promise((answer, refuse) => asked.push({ answer, refuse })),
    networkMode: 'always',
    async onMutate(fields) {
      await queryClient.cancelQueries({ queryKey: KEY })
      const previous = queryClient.getQueryData(KEY)
      queryClient.setQueryData(KEY, (old) => ({ ...old, ...fields }))
      return { previous }
    },
    onError: (error, fields, context) => queryClient.setQueryData(KEY, context.previous),
  }).mutate
}

async function page(options, isStrict = true) {
  const client = new QueryClient(options)
  const server = { title: 't0', status: 's0' }
  const asked = []
  const saves = {}
  const Event = () => {
    const { data } = useQuery({
      queryKey: KEY,
      queryFn: async () => ({ ...server }),
      staleTime: Infinity,
      networkMode: 'always',
    })
    return `${data?.title}/${data?.status}`
  }
  const Field = ({ name }) => {
    const save = useSave(asked)
    saves[name] = (value) => act(async () => save({ [name]: value }))
    return null
  }
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  roots.push(root)
  const render = (fields) =>
    act(async () =>
      root.render(
        h(
          isStrict ? StrictMode : 'div',
          null,
          h(
            QueryClientProvider,
            { client },
            h(Event),
            fields.map((name) => h(Field, { key: name, name })),
          ),
        ),
      ),
    )
  await render(['title', 'status'])
  await settle()
  return { client, asked, saves, render, shown: () => place.textContent }
}

const refuse = async (request) => {
  request.refuse(new Error('no'))
  await settle()
}

for (const onMutateWrites of [undefined, 'intents']) {
  const how = onMutateWrites ?? 'by default'

  test(`two fields, and the first is refused while the second is saved, ${how}`, async () => {
    const { asked, saves, shown } = await page({ onMutateWrites })
    await saves.title('A')
    await saves.status('B')
    await settle()
    assert.equal(shown(), 'A/B')
    await refuse(asked[0])
    assert.equal(shown(), 't0/B')
    await refuse(asked[1])
    assert.equal(shown(), 't0/s0')
  })

  test(`the component of the first is gone when it is refused, ${how}`, async () => {
    const { asked, saves, render, shown } = await page({ onMutateWrites })
    await saves.title('A')
    await saves.status('B')
    await render(['status'])
    await refuse(asked[0])
    assert.equal(shown(), 't0/B')
  })
}

test('with intents a refetch in between leaves both on the page', async () => {
  const { client, asked, saves, shown } = await page({ onMutateWrites: 'intents' })
  await saves.title('A')
  await saves.status('B')
  await act(async () => client.refetchQueries({ queryKey: KEY }))
  await settle()
  assert.equal(shown(), 'A/B')
  await refuse(asked[0])
  assert.equal(shown(), 't0/B')
})

test('turned off it is query-core’s way', async () => {
  const { asked, saves, shown } = await page({ onMutateWrites: 'plain' }, false)
  await saves.title('A')
  await saves.status('B')
  await refuse(asked[0])
  assert.equal(shown(), 't0/s0')
})
