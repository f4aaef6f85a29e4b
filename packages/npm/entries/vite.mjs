/** A plugin for Vite, and with it for Vitest and Storybook: everything that imports query-core is given Sanguine. */
const QUERY_CORE = /[\\/]node_modules[\\/]@tanstack[\\/]query-core[\\/]/

/** What stands on query-core, and Sanguine itself: on a server and in Vitest the alias reaches only what Vite reads itself. */
const READ_BY_VITE = [/@tanstack\/[\w-]*query/, /^sanguine($|\/)/]

export function sanguine() {
  return {
    name: 'sanguine',
    config: () => ({
      resolve: { alias: [{ find: /^@tanstack\/query-core$/, replacement: 'sanguine' }] },
      ssr: { noExternal: READ_BY_VITE },
      test: { server: { deps: { inline: [/[\\/]@tanstack[\\/][\w-]*query/, /[\\/]sanguine[\\/]/] } } },
    }),
    generateBundle() {
      const strange = [...this.getModuleIds()].find((id) => QUERY_CORE.test(id))
      if (strange)
        this.error(`Something was given @tanstack/query-core, not Sanguine: ${strange}. Is there another alias for it?`)
    },
  }
}
