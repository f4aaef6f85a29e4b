const behaviour = require('./behaviour.cjs')
require('sanguine/optimistic')

behaviour('CommonJS', require('sanguine'), require('sanguine/widgets'))
