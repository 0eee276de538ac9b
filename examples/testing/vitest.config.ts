import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // While vitest watches, a change of a policy or its cases runs the tests again.
    forceRerunTriggers: ['**/*.yaml'],
  },
})
