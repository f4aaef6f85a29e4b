const alone = require('./alone.cjs')

alone('CommonJS', require('sanguine'))
