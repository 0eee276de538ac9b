#!/usr/bin/env node
import { run } from './run.js'

// A reader that has seen enough (`| head`) closes the pipe: that is its right, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr })
