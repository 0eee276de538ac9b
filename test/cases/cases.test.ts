import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expected, outcomeOf, readCases } from './run.js'

const folder = 'test/cases'
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const all = files.flatMap((name) => readCases(join(folder, name)).cases)

it('there are at least 400 cases, four in ten of them unknown, refused or rejected', () => {
  const open = all.filter((one) => /^(unknown|refused|rejected)/.test(expected(one)))
  expect(all.length).toBeGreaterThanOrEqual(400)
  expect(open.length / all.length).toBeGreaterThanOrEqual(0.4)
})

describe.each(files)('%s', (name) => {
  const file = readCases(join(folder, name))

  it('names every case once', () => {
    const names = file.cases.map((one) => one.name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(file.cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await outcomeOf(one, file)).toBe(expected(one))
  })
})
