#!/usr/bin/env node
import { run } from './run.js'

// A write that fails is reported to whoever wrote; without a listener the stream would throw as well.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// json-rules-engine, where it is named, would print to standard output, which belongs to the result.
delete process.env.DEBUG

process.exitCode = await run(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr })
