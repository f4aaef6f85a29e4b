import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { isAfter, Refused, release } from './release.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const tree = (more = {}) =>
  new Map(
    Object.entries({
      'packages/VERSION': '0.1.0\n',
      'CHANGELOG.md': '# Changes\n\n## Unreleased\n\n- A thing.\n\n## 0.0.9 (2026-01-02)\n\n- Another.\n',
      ...more,
    }),
  )

const edited = (more) => release(tree(more), '0.2.0', '2026-12-01')

const refusal = (make) => {
  try {
    make()
  } catch (error) {
    assert.ok(error instanceof Refused)
    return error.message
  }
  return assert.fail('it was released')
}

test('the version and the changelog say what is released, and when', () => {
  const files = edited()
  assert.equal(files.get('packages/VERSION'), '0.2.0\n')
  assert.equal(
    files.get('CHANGELOG.md'),
    '# Changes\n\n## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- A thing.\n\n## 0.0.9 (2026-01-02)\n\n- Another.\n',
  )
})

test('pages and manifests name the new version, in each form', () => {
  const line = (version) => `
"sanguine": "^${version}", "@tanstack/query-core": "npm:sanguine-query-core@^${version}"
"sanguine": "file:./sanguine-${version}.tgz"
<artifactId>sanguine-j2cl</artifactId>
      <version>${version}</version>
"name": "sanguine-shop",
  "version": "${version}",`
  assert.equal(edited({ 'docs/a.md': line('0.1.0') }).get('docs/a.md'), line('0.2.0'))
})

test('what has that version and is not ours stays', () => {
  assert.equal(edited({ 'a.json': '"other": "0.1.0"' }).get('a.json'), undefined)
})

test('a form that is not known is refused, so that no page is forgotten', () => {
  assert.match(
    refusal(() => edited({ 'docs/a.md': 'x\nsanguine at 0.1.0' })),
    /docs\/a\.md:2/,
  )
})

test('nothing is released without a word in the changelog, nor twice, nor backwards', () => {
  assert.match(
    refusal(() => edited({ 'CHANGELOG.md': '## Unreleased\n\n## 0.0.9\n- x' })),
    /says nothing/,
  )
  assert.match(
    refusal(() => release(tree(), '0.0.9', '2026-12-01')),
    /does not come after 0\.1\.0/,
  )
  assert.match(
    refusal(() => release(tree(), 'next', '2026-12-01')),
    /is no version/,
  )
})

test('the version that is there is released once', () => {
  const files = release(tree({ 'docs/a.md': '"sanguine": "^0.1.0"' }), '0.1.0', '2026-12-01')
  const changelog = files.get('CHANGELOG.md')
  assert.match(changelog, /^## 0\.1\.0 \(2026-12-01\)$/m)
  assert.match(
    refusal(() => release(tree({ 'CHANGELOG.md': changelog }), '0.1.0', '2026-12-02')),
    /does not come after 0\.1\.0/,
  )
})

test('versions are compared as numbers, and a pre-release comes before its release', () => {
  assert.ok(isAfter('0.10.0', '0.9.9'))
  assert.ok(isAfter('1.0.0', '1.0.0-rc.1'))
  assert.ok(isAfter('1.0.0-rc.2', '1.0.0-rc.1'))
  assert.ok(!isAfter('1.0.0-rc.1', '1.0.0'))
})

test('a dry run of this tree says each step, and changes nothing', () => {
  const state = () =>
    execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: root, encoding: 'utf8' })
  const diff = () => execFileSync('git', ['diff'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  const before = [state(), diff()]
  const { status, stdout, stderr } = spawnSync('packages/release', ['99.0.0', '--dry-run'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1800000000' },
  })
  assert.equal(stderr, '')
  assert.equal(status, 0)
  assert.match(stdout, /packages\/VERSION: 99\.0\.0/)
  assert.match(stdout, /CHANGELOG\.md: ## 99\.0\.0 \(2027-01-15\)/)
  assert.match(stdout, /README\.md: .*sanguine-query-core@\^99\.0\.0/)
  assert.match(stdout, /npm publish dist\/npm\n/)
  assert.match(stdout, /npm publish dist\/npm-payload\n/)
  assert.match(stdout, /sanguine-j2cl-99\.0\.0\.pom/)
  assert.deepEqual([state(), diff()], before)
})
