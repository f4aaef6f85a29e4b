import * as sanguine from 'sanguine'
import * as widgets from 'sanguine/widgets'
import behaviour from './behaviour.cjs'

behaviour('ES module', sanguine, widgets)
