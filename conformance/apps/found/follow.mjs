/** A click handler: it reads and writes, awaits mutateAsync, and puts back in its catch. No callback is used. */
const PEOPLE = ['people']
const ANN = ['person', 'ann']

const tell = ({ name, followed, muted }) => `${name}${followed ? '+' : ''}${muted ? '-' : ''}`
const list = (people) => people?.map(tell).join(', ')
const set = (name, fields) => ({
  effect: ({ people }) => ({ people: people.map((p) => (p.name === name ? { ...p, ...fields } : p)) }),
})

export default {
  name: 'follow',
  found: 'click handlers with mutateAsync in try, and the snapshots put back in catch',
  writesFirst: true,
  start: () => ({ people: ['ann', 'ben'].map((name) => ({ name, followed: false, muted: false })) }),
  view: ({ people }) => ({ people: list(people), ann: tell(people[0]) }),
  actions: {
    'follow ann': set('ann', { followed: true }),
    'mute ann': set('ann', { muted: true }),
    'follow ben': set('ben', { followed: true }),
  },
  // Who sees the state is not offered it again.
  impossible: [
    ['follow ann', 'follow ann'],
    ['mute ann', 'mute ann'],
    ['follow ben', 'follow ben'],
  ],
  page(page) {
    const { client } = page
    const people = page.useQuery(PEOPLE, 'people', (state) => state.people)
    const ann = page.useQuery(ANN, 'ann', (state) => state.people[0])
    const change = page.useMutation({ mutationFn: ({ send }) => send() })
    const handle =
      (name, fields) =>
      async ({ send }) => {
        const personKey = ['person', name]
        const previousPeople = client.getQueryData(PEOPLE)
        const previousPerson = client.getQueryData(personKey)
        client.setQueryData(PEOPLE, (old) => old?.map((p) => (p.name === name ? { ...p, ...fields } : p)))
        if (previousPerson) client.setQueryData(personKey, { ...previousPerson, ...fields })
        try {
          await change.mutateAsync({ send })
        } catch {
          client.setQueryData(PEOPLE, previousPeople)
          if (previousPerson) client.setQueryData(personKey, previousPerson)
        } finally {
          client.invalidateQueries({ queryKey: PEOPLE })
          client.invalidateQueries({ queryKey: personKey })
        }
      }
    return {
      run: {
        'follow ann': handle('ann', { followed: true }),
        'mute ann': handle('ann', { muted: true }),
        'follow ben': handle('ben', { followed: true }),
      },
      screen: () => ({ people: list(people.data), ann: ann.data && tell(ann.data) }),
    }
  },
}
