import * as sanguine from 'sanguine'
import alone from './alone.cjs'

alone('ES module', sanguine)
