import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { blocksIn } from './blocks.js'
import { documents } from './documents.js'
import { loadPolicy } from './yaml.js'

const digestOf = (text: string): string | undefined => {
  const loaded = loadPolicy(text)
  return loaded.ok ? loaded.value.policies[0]?.digest : undefined
}

it.each(['README.md', 'README.zh-CN.md'])('the policy that %s shows is the one that its app reads', (name) => {
  const shown = blocksIn(documents.get(name) ?? '').filter(
    ({ language, words }) => language === 'yaml' && words[0] === 'policy',
  )
  const read = digestOf(readFileSync('examples/first/rotation.policy.yaml', 'utf8'))
  expect(read).toBeDefined()
  expect(shown.map(({ text }) => digestOf(text))).toEqual([read])
})
