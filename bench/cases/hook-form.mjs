// react-hook-form keeps what was typed by a row's place, not by its record.
import { deferred, rest } from '../law/tools.mjs'
import { started } from './ours.mjs'
import { page, type } from './tools.mjs'

const packages = ['react-hook-form']
const row = (id, name) => ({ id, name })

async function rows(see) {
  const { place, render, end } = await page()
  const { createElement } = (await import('react')).default
  const { useFieldArray, useForm } = await import('react-hook-form')
  let form
  function Form({ server }) {
    form = useForm({ values: server, resetOptions: { keepDirtyValues: true } })
    // Subscribed, as a form is that shows what is dirty.
    void form.formState.dirtyFields
    const { fields } = useFieldArray({ control: form.control, name: 'rows', keyName: 'key' })
    return fields.map((field, i) => createElement('input', { key: field.key, ...form.register(`rows.${i}.name`) }))
  }
  const inputs = () => [...place.querySelectorAll('input')]
  const shown = () =>
    inputs()
      .map((input) => input.value)
      .join(' ')
  const refetched = (...list) => render(createElement(Form, { server: { rows: list } }))
  await refetched(row(1, 'Alpha'), row(2, 'Bravo'), row(3, 'Charlie'), row(4, 'Delta'))
  await type(inputs()[0], 'A!')
  await type(inputs()[1], 'B!')
  see('typed', shown())
  await refetched(row(3, 'Charlie'), row(4, 'Delta'), row(1, 'Alpha'), row(2, 'Bravo'))
  see('the server sorts again', shown())
  see(
    'a save would send',
    form
      .getValues('rows')
      .map(({ id, name }) => `${id}:${name}`)
      .join(' '),
  )
  await refetched(row(1, 'Alpha'), row(2, 'Bravo'), row(3, 'Charlie'), row(4, 'Delta'))
  see('and sorts back', shown())
  end()
}

const typedDuringSave = (keepDirtyValues) => async (see) => {
  const { place, render, end } = await page()
  const { createElement } = (await import('react')).default
  const { useForm } = await import('react-hook-form')
  let request
  function Form({ server }) {
    const form = useForm({ values: server, resetOptions: { keepDirtyValues } })
    void form.formState.dirtyFields
    const submit = form.handleSubmit(async (values) => {
      request = deferred()
      await request.promise
      form.reset(values)
    })
    return createElement('form', { onSubmit: submit }, createElement('input', form.register('name')))
  }
  const input = () => place.querySelector('input')
  const refetched = (name) => render(createElement(Form, { server: { name } }))
  const save = async () => {
    place.querySelector('form').dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }))
    await rest(40)
  }
  const answered = async () => {
    request.resolve()
    await rest(40)
  }
  await refetched('Al')
  await type(input(), 'Bob')
  await save()
  await type(input(), 'Carol')
  see('Carol is typed while Bob is being saved', input().value)
  await answered()
  see('Bob is saved', input().value)
  await refetched('Bob')
  see('a refetch brings Bob', input().value)
  if (input().value !== 'Carol') await type(input(), 'Carol')
  await save()
  await answered()
  await refetched('Carol')
  see('Carol is saved, and fetched', input().value)
  await refetched('Zed')
  see('another editor sets Zed, fetched', input().value)
  end()
}

/** A draft of each row, by the row's id. */
async function oursRows(sanguine, see) {
  const { client, end } = started(sanguine, [])
  const requests = []
  const mutation = (fields) => requests.push(fields)
  const drafts = [1, 2, 3, 4].map((id) => new sanguine.DraftObserver(client, { queryKey: ['rows'], id, mutation }))
  const draftOf = (id) => drafts[id - 1]
  const rows = () => client.getQueryData(['rows'])
  const shown = () =>
    rows()
      .map(({ id }) => draftOf(id).value('name'))
      .join(' ')
  const refetched = (...list) => client.setQueryData(['rows'], list)
  refetched(row(1, 'Alpha'), row(2, 'Bravo'), row(3, 'Charlie'), row(4, 'Delta'))
  draftOf(1).set('name', 'A!')
  draftOf(2).set('name', 'B!')
  see('typed', shown())
  refetched(row(3, 'Charlie'), row(4, 'Delta'), row(1, 'Alpha'), row(2, 'Bravo'))
  see('the server sorts again', shown())
  see(
    'a save would send',
    rows()
      .map(({ id }) => `${id}:${draftOf(id).value('name')}`)
      .join(' '),
  )
  refetched(row(1, 'Alpha'), row(2, 'Bravo'), row(3, 'Charlie'), row(4, 'Delta'))
  see('and sorts back', shown())
  end()
}

async function oursTypedDuringSave(sanguine, see) {
  const { client, end } = started(sanguine, [])
  let request
  const mutation = () => (request = deferred()).promise
  const form = new sanguine.DraftObserver(client, { queryKey: ['person'], id: 1, mutation })
  const refetched = (name) => client.setQueryData(['person'], row(1, name))
  const save = async () => {
    form.save()
    await rest(40)
  }
  const answered = async (name) => {
    request.resolve(row(1, name))
    await rest(40)
  }
  refetched('Al')
  form.set('name', 'Bob')
  await save()
  form.set('name', 'Carol')
  see('Carol is typed while Bob is being saved', form.value('name'))
  await answered('Bob')
  see('Bob is saved', form.value('name'))
  refetched('Bob')
  see('a refetch brings Bob', form.value('name'))
  await save()
  await answered('Carol')
  refetched('Carol')
  see('Carol is saved, and fetched', form.value('name'))
  refetched('Zed')
  see('another editor sets Zed, fetched', form.value('name'))
  end()
}

export const cases = [
  {
    title: 'Two rows are edited, then the server sorts the list again',
    schedule:
      'Rows 1 to 4: Alpha, Bravo, Charlie, Delta. A person types A! and B! into the first two. A refetch brings 3, 4, 1, 2.',
    right: {
      typed: 'A! B! Charlie Delta',
      'the server sorts again': 'Charlie Delta A! B!',
      'a save would send': '3:Charlie 4:Delta 1:A! 2:B!',
      'and sorts back': 'A! B! Charlie Delta',
    },
    ours: oursRows,
    rivals: [
      {
        library: 'react-hook-form',
        packages,
        run: rows,
        note: 'react-hook-form#13627: `values` with `keepDirtyValues`.',
      },
    ],
  },
  {
    title: 'Typed while the field is being saved',
    schedule:
      'The name is Al. A person saves Bob, and types Carol before the answer. Then Carol is saved, too. Then another editor sets Zed, while nothing is typed.',
    right: {
      'Carol is typed while Bob is being saved': 'Carol',
      'Bob is saved': 'Carol',
      'a refetch brings Bob': 'Carol',
      'Carol is saved, and fetched': 'Carol',
      'another editor sets Zed, fetched': 'Zed',
    },
    ours: oursTypedDuringSave,
    rivals: [
      { library: 'react-hook-form', how: 'react-hook-form, `values`', packages, run: typedDuringSave(false) },
      {
        library: 'react-hook-form',
        how: 'the same, `keepDirtyValues`',
        packages,
        run: typedDuringSave(true),
        note: 'The form calls `reset` with what was saved, as its guide shows. With `keepDirtyValues` a field that was typed in once never follows the server again.',
      },
    ],
  },
]
