/** A plugin for Vite, Vitest and Storybook. Everything that imports query-core receives Sanguine. */
const QUERY_CORE = /[\\/]node_modules[\\/]@tanstack[\\/]query-core[\\/]/

/**
 * The packages that import query-core, and Sanguine itself. On a server and in Vitest, Vite leaves packages to Node unless they are
 * named, and the alias would not reach them.
 */
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
        this.error(`The build contains @tanstack/query-core beside Sanguine: ${strange}. Remove any other alias of it.`)
    },
  }
}
