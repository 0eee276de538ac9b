#!/usr/bin/env node
import { run } from './run.js'

// A write that fails is reported to whoever wrote; without a listener the stream would throw as well.
process.stdout.on('error', () => {})

process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr })
