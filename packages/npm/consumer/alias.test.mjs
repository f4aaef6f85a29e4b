/** `sanguine/optimistic` was needed once; a program that imports it still runs, with one engine. Here it comes first. */
import * as alias from 'sanguine/optimistic'
import * as sanguine from 'sanguine'
import assert from 'node:assert/strict'
import test from 'node:test'
import alone from './alone.cjs'

alone('ES module, after the alias', sanguine)

test('ES module: the alias is the module itself', () => assert.equal(alias, sanguine))
