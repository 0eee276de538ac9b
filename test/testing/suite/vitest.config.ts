import { defineConfig } from 'vitest/config'

// Tests that fail, to be run by describe-cases.test.ts.
export default defineConfig({ test: { include: ['*.suite.ts'] } })
