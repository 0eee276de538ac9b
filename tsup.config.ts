import { defineConfig } from 'tsup'

// JavaScript only: declarations come from tsc (tsconfig.build.json).
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    check: 'src/check.ts',
    node: 'src/node.ts',
    report: 'src/report.ts',
    testing: 'src/testing.ts',
    bin: 'src/cli/bin.ts',
  },
  format: ['esm'],
  target: 'node20',
  splitting: true,
  sourcemap: false,
  clean: true,
  dts: false,
  // Used in small part; their notices are in THIRD-PARTY.md.
  noExternal: ['date-fns', 'preact', 'preact-render-to-string'],
})
