const behaviour = require('./behaviour.cjs')

behaviour('CommonJS', require('sanguine'), require('sanguine/widgets'))
