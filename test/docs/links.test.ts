import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { documents } from './documents.js'

it.each([...documents])('what %s links to is there', (name, markdown) => {
  const links = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link.replace(/#.*$/, ''))
  const own = links.filter((link) => link !== '' && !/^\w+:/.test(link))
  expect(own.filter((link) => !existsSync(join(dirname(name), link)))).toEqual([])
})
