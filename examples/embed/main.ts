// Prints what is proposed for the person in person.json, and why. In English: `npm start -- en`.
import { readFile } from 'node:fs/promises'
import { explainPerson } from './decide.js'

const person: unknown = JSON.parse(await readFile(new URL('person.json', import.meta.url), 'utf8'))
const locale = process.argv[2] === 'en' ? 'en' : 'zh'
process.stdout.write(`${await explainPerson({ person, asOf: '2026-11-21', locale })}\n`)
