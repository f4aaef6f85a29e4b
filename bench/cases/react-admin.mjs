// react-admin sends an undoable change when its toast ends. A page that is left before that sends nothing.
import { deferred, rest } from '../law/tools.mjs'
import { started } from './ours.mjs'
import { leave, page } from './tools.mjs'

async function undoable(see) {
  const { place, render, end } = await page()
  const { createElement } = (await import('react')).default
  const { CoreAdminContext, testUI, useDeleteController, useGetList } = await import('ra-core')
  const server = [1, 2, 3].map((id) => ({ id }))
  const sent = []
  const dataProvider = {
    getList: async () => ({ data: [...server], total: server.length }),
    delete: async (resource, { id }) => {
      sent.push(`DELETE ${id}`)
      return { data: { id } }
    },
  }
  let remove
  function List() {
    const { data = [] } = useGetList('orders')
    remove = useDeleteController({
      resource: 'orders',
      record: { id: 1 },
      mutationMode: 'undoable',
      redirect: false,
    }).handleDelete
    return createElement('p', null, data.map((order) => order.id).join(' '))
  }
  await render(
    createElement(CoreAdminContext, { dataProvider }, createElement(List), createElement(testUI.Notification)),
  )
  await rest(60)
  remove()
  await rest(60)
  see('deleted, the toast stands', place.querySelector('p').textContent)
  const asks = leave()
  await rest(60)
  see('the tab is closed', `${sent.join(' ') || 'nothing is sent'}${asks ? ', after a question' : ''}`)
  end()
}

async function oursUndoable(sanguine, see) {
  const { end: endPage } = await page()
  const { client, observe, mutate, end } = started(sanguine, ['records', 'pacing'])
  const sent = []
  await observe({ queryKey: ['orders'], queryFn: () => [1, 2, 3].map((id) => ({ id })), records: { of: 'order' } })
  mutate(
    {
      mutationFn: (id, { keepalive }) => {
        if (!keepalive) throw new Error('the request would end with the page')
        sent.push(`DELETE ${id}`)
        return deferred().promise
      },
      hold: 5000,
      optimistic: (intent, id) => intent.record('order', id).remove(),
    },
    1,
  )
  await rest(60)
  const shown = client.getQueryData(['orders'])
  see('deleted, the toast stands', shown.map((order) => order.id).join(' '))
  const asks = leave()
  // A page that is closed does nothing later.
  see('the tab is closed', `${sent.join(' ') || 'nothing is sent'}${asks ? ', after a question' : ''}`)
  end()
  endPage()
}

export const cases = [
  {
    title: 'Delete with undo, and the tab is closed before the toast ends',
    schedule: 'Orders 1, 2, 3. A person deletes 1 and closes the tab while it can still be undone.',
    right: { 'deleted, the toast stands': '2 3', 'the tab is closed': 'DELETE 1' },
    ours: oursUndoable,
    rivals: [
      {
        library: 'react-admin',
        packages: ['ra-core'],
        run: undoable,
        note: 'marmelab/react-admin#8505. Its toast has the browser ask whether to leave. A phone does not ask.',
      },
    ],
  },
]
