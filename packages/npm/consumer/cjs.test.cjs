const behaviour = require('./behaviour.cjs')

behaviour('CommonJS', require('sanguine'))
