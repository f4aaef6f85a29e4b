/** A page of switches, each with a hook of its own: snapshot in a ref, write before mutate, put back in mutate's onError. */
const KEY = ['preferences']
const NAMES = ['push', 'mail', 'news']

const show = (preferences) =>
  preferences && NAMES.map((name) => `${name} ${preferences[name] ? 'on' : 'off'}`).join(', ')
const flip = (name) => ({ effect: (preferences) => ({ ...preferences, [name]: !preferences[name] }) })

export default {
  name: 'switches',
  found: "preference pages: a ref for the snapshot, the write before mutate, put back in mutate's own onError",
  writesFirst: true,
  start: () => ({ push: true, mail: false, news: false }),
  view: (preferences) => ({ preferences: show(preferences) }),
  actions: { push: flip('push'), mail: flip('mail'), news: flip('news') },
  // mutate's own callbacks belong to the last call of a hook: a switch that is pressed twice loses the first ones.
  impossible: NAMES.map((name) => [name, name]),
  // Nor are they called once the component is gone.
  only: (order) => !order.flat().some(([word]) => word === 'leave'),
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'preferences', (preferences) => preferences)
    const useSwitch = (name) => {
      const before = { current: undefined }
      const save = page.useMutation({ mutationFn: ({ send }) => send() })
      return ({ send }) => {
        before.current = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => ({ ...old, [name]: !old[name] }))
        save.mutate(
          { send },
          {
            onError: () => client.setQueryData(KEY, before.current),
            onSettled: () => client.invalidateQueries({ queryKey: KEY }),
          },
        )
      }
    }
    return {
      run: Object.fromEntries(NAMES.map((name) => [name, useSwitch(name)])),
      screen: () => ({ preferences: show(query.data) }),
    }
  },
}
