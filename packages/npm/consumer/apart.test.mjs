import * as sanguine from 'sanguine'
import apart from './apart.cjs'

apart('ES module', sanguine, () => import('sanguine/optimistic'))
