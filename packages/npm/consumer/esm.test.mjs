import * as sanguine from 'sanguine'
import behaviour from './behaviour.cjs'

behaviour('ES module', sanguine)
