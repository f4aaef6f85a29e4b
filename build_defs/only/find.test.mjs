import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'

import { find, NotFound, Tests } from './find.mjs'

let root
let tests

const files = {
  'src/test/java/a/BUILD': '',
  'src/test/java/a/FoldTest.java':
    'class FoldTest extends FoldCase { @Test public void adds() {} @Test(timeout = 5) public void removes_twice() {} }',
  'src/test/java/a/FoldCase.java': 'abstract class FoldCase { @Test public void isPure() {} void helper() {} }',
  'src/test/java/a/browser/PageTest.java': 'class PageTest { @Test public void adds() {} }',
  'src/test/java/b/BUILD': '',
  'src/test/java/b/SameTest.java': 'class SameTest {}',
  'src/test/java/a/SameTest.java': 'class SameTest {}',
  'web/e2e/orders.spec.ts': "test('an order is (really) changed', f); test(`none of ${name} is lost`, f)",
}

before(() => {
  root = mkdtempSync(path.join(tmpdir(), 'find-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  tests = new Tests(root)
})

after(() => rmSync(root, { recursive: true }))

const fold = (method) => ({ label: '//src/test/java/a:FoldTest', only: `a.FoldTest${method}` })

const notFound = (name) => {
  try {
    find(name, tests)
  } catch (error) {
    assert.ok(error instanceof NotFound)
    return error.message
  }
  return assert.fail(`${name} was found`)
}

test('a class is found by its simple name, its full name, and its file', () => {
  for (const name of ['FoldTest', 'a.FoldTest', 'src/test/java/a/FoldTest.java']) {
    assert.deepEqual(find(name, tests), fold(''))
  }
})

test('a method is found after a dot, after a #, and alone', () => {
  for (const name of ['FoldTest.removes_twice', 'a.FoldTest#removes_twice', 'removes_twice']) {
    assert.deepEqual(find(name, tests), fold('#removes_twice'))
  }
})

test('a method that the class inherits is its own', () => {
  assert.deepEqual(find('FoldTest.isPure', tests), fold('#isPure'))
})

test('a class below the folder of the BUILD file has a target in that package', () => {
  assert.deepEqual(find('PageTest', tests), { label: '//src/test/java/a:PageTest', only: 'a.browser.PageTest' })
})

test('a browser test is found by its file and by a part of its title', () => {
  assert.deepEqual(find('orders', tests), { page: 'orders.spec.ts' })
  assert.deepEqual(find('orders.spec.ts', tests), { page: 'orders.spec.ts' })
  assert.deepEqual(find('(really) Changed', tests), { page: '\\(really\\) Changed' })
})

test('a title that the file makes of a value is found with any value', () => {
  assert.deepEqual(find('none of products is lost', tests), { page: 'none of products is lost' })
})

test('a name that is not there: what was looked for, and the nearest', () => {
  const [first, second, ...more] = notFound('FlodTest').split('\n')
  assert.equal(
    first,
    'No test is called "FlodTest": looked in 4 test classes, and the files and titles of the browser tests.',
  )
  assert.match(second, /^The nearest: FoldTest, /)
  assert.deepEqual(more, [])
})

test('a method that the class does not have: the nearest of its tests', () => {
  assert.equal(
    notFound('FoldTest.add'),
    'a.FoldTest has no test "add".\nThe nearest of its tests: adds, removes_twice, isPure.',
  )
})

test('a name that several have: which', () => {
  assert.equal(notFound('SameTest'), '2 classes are called "SameTest".\nSay which: a.SameTest, b.SameTest.')
  assert.equal(notFound('adds'), '2 classes have a test "adds".\nSay which: FoldTest#adds, PageTest#adds.')
})
