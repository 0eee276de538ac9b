// Imported by the tests that ask what is decided. Not a setup file: most tests decide nothing, and need not load it all.
import { expect } from 'vitest'
import { matchers } from '../src/testing/index.js'

expect.extend(matchers({ locale: 'en' }))
