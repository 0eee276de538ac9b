import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (name: string): string => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url))

export default defineConfig({
  // The examples import the package by its name, as an app does.
  resolve: {
    alias: [
      { find: /^cadre-policy$/, replacement: source('index') },
      { find: /^cadre-policy\/(\w+)$/, replacement: source('$1') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Every core: vitest would leave one idle, which is half of them on a machine with two.
    maxWorkers: '100%',
    testTimeout: 30_000,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/**/generated/**', 'src/cli/bin.ts'] },
  },
})
