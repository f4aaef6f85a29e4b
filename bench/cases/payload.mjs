// Payload's admin remembers only of the field that was typed in last that an answer must not replace it.
import { deferred, rest } from '../law/tools.mjs'
import { started } from './ours.mjs'

const reducer = './node_modules/@payloadcms/ui/dist/forms/Form/fieldReducer.js'

const values = (state) => `${state.title.value}/${state.summary.value}`

/** The form's own reducer, given what its inputs, its autosave and the answers dispatch. */
async function autosave(see) {
  const { fieldReducer } = await import(reducer)
  const field = (value) => ({ initialValue: value, value, valid: true, passesCondition: true })
  let form = { title: field('t0'), summary: field('s0') }
  const dispatch = (action) => void (form = fieldReducer(form, action))
  const type = (path, value) => dispatch({ type: 'UPDATE', path, value })
  /** The form state that the server builds of a document. */
  const answer = (sent) =>
    dispatch({
      type: 'MERGE_SERVER_STATE',
      acceptValues: { overrideLocalChanges: false },
      prevStateRef: { current: undefined },
      serverState: { title: field(sent.title), summary: field(sent.summary) },
    })
  const sent = () => ({ title: form.title.value, summary: form.summary.value })
  type('title', 'He')
  const first = sent()
  type('title', 'Hello')
  see('Hello is typed', values(form))
  type('summary', 'x')
  see('x is typed in the other field', values(form))
  answer(first)
  see('the answer to He comes', values(form))
  see('the next autosave sends', Object.values(sent()).join('/'))
}

/** The form shows the view: what was typed is a change that waits, or is under way. */
async function oursAutosave(sanguine, see) {
  const { client, observe, mutate, end } = started(sanguine, ['records', 'pacing'])
  const server = { id: 1, title: 't0', summary: 's0' }
  const requests = []
  await observe({ queryKey: ['posts', 1], queryFn: () => ({ ...server }), records: { of: 'post' } })
  const type = (path, value) =>
    mutate(
      {
        mutationFn: (fields) => {
          const request = { ...deferred(), fields }
          requests.push(request)
          return request.promise
        },
        scope: { id: 'post 1' },
        coalesce: 'merge',
        debounce: 10,
        optimistic: (intent, fields) => intent.record('post', 1).merge(fields),
      },
      { [path]: value },
    )
  const answer = async ({ fields, resolve }) => {
    Object.assign(server, fields)
    resolve({ ...server })
    await rest(40)
  }
  const now = () => {
    const { title, summary } = client.getQueryData(['posts', 1])
    return `${title}/${summary}`
  }
  type('title', 'He')
  await rest(40)
  type('title', 'Hello')
  see('Hello is typed', now())
  type('summary', 'x')
  see('x is typed in the other field', now())
  await answer(requests[0])
  see('the answer to He comes', now())
  const { fields } = requests[1]
  see('the next autosave sends', `${fields.title}/${fields.summary}`)
  end()
}

export const cases = [
  {
    title: 'Autosave is answered while a person types on',
    schedule:
      'A form with title and summary. The title is He when autosave sends it. Meanwhile a person goes on to Hello, and types x into the summary. Then the answer to He comes. Shown: title/summary.',
    right: {
      'Hello is typed': 'Hello/s0',
      'x is typed in the other field': 'Hello/x',
      'the answer to He comes': 'Hello/x',
      'the next autosave sends': 'Hello/x',
    },
    ours: oursAutosave,
    rivals: [
      {
        library: 'Payload',
        packages: ['@payloadcms/ui', 'payload'],
        run: autosave,
        note: 'payload#17676. The published form reducer, given by hand what the form, its inputs and its autosave dispatch.',
      },
    ],
  },
]
