/** Values made by immer: frozen, with everything that did not change shared with the value before. */
import { produce } from 'immer'

const KEY = ['sheet']

const show = (sheet) =>
  sheet &&
  `${sheet.title}: ${sheet.rows.map(({ name, cells, tags }) => `${name}=${cells.q1}+${cells.q2}${tags.join('')}`).join(', ')}`
const drafted = (recipe) => ({ effect: (sheet, issue) => produce(sheet, (draft) => void recipe(draft, issue)) })
const row = (draft, id) => draft.rows.find((each) => each.id === id)

const recipes = {
  'q1 of a': (draft) => void (row(draft, 1).cells.q1 = 5),
  'q2 of a': (draft) => void (row(draft, 1).cells.q2 = 6),
  'tag b': (draft) => void row(draft, 2).tags.push('!'),
  'row c': (draft, { id }) => void draft.rows.push({ id, name: 'c', cells: { q1: 0, q2: 0 }, tags: [] }),
}

export default {
  name: 'sheet',
  found: 'grids and editors that write with produce(old, draft => ...)',
  start: () => ({
    title: 'year',
    rows: ['a', 'b'].map((name, index) => ({ id: index + 1, name, cells: { q1: 1, q2: 2 }, tags: [] })),
  }),
  view: (sheet) => ({ sheet: show(sheet) }),
  actions: Object.fromEntries(Object.entries(recipes).map(([name, recipe]) => [name, drafted(recipe)])),
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'sheet', (sheet) => sheet)
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ recipe, id }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => produce(old, (draft) => recipe(draft, { id })))
        return { previous }
      },
      onError: (error, variables, context) => client.setQueryData(KEY, context?.previous),
      onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    })
    const use =
      (recipe) =>
      ({ send, number }) =>
        change.mutate({ recipe, id: `new ${number}`, send })
    return {
      run: Object.fromEntries(Object.entries(recipes).map(([name, recipe]) => [name, use(recipe)])),
      screen: () => ({ sheet: show(query.data) }),
    }
  },
}
