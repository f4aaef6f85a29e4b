/** One suite of TanStack's tests on the library; conformance/suites/main.mjs sets the environment. */
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { innerFiles } from './inner.mjs'
import { ourPackages, theirPackages } from './places.mjs'

const { SUITE_TESTS: tests, SUITE_LIBRARY: library, SUITE_PACKAGE: name, SUITE_WORK: work } = process.env
const root = path.join(tests, 'packages', name)
const places = { tests, library }

export default defineConfig({
  root,
  // The tests stand outside of this folder.
  server: { fs: { strict: false } },
  cacheDir: path.join(work, 'cache'),
  plugins: [...(name === 'query-core' ? [innerFiles(places)] : []), theirPackages(places), ourPackages(places)],
  esbuild: { jsx: 'automatic', tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', useDefineForClassFields: true } } },
  test: {
    dir: path.join(root, 'src'),
    include: ['**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: name === 'react-query' ? [path.join(root, 'test-setup.ts')] : [],
    restoreMocks: true,
    watch: false,
    maxWorkers: 2,
    typecheck: { enabled: false },
  },
})
