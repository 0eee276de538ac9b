import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { toDiagnosticsDocument } from '../../src/diagnostics/index.js'
import { zh, zhRelated } from '../../src/diagnostics/messages/zh.js'
import { again, many, point, problems, span, unused } from './problems.js'

it('every problem with its sentence, as the schema says', () => {
  const isDocument = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('schemas/diagnostics.schema.json', 'utf8')),
  )
  for (const some of [problems, many, []]) {
    const document = JSON.parse(JSON.stringify(toDiagnosticsDocument(some, { locale: 'zh' })))
    expect(isDocument(document) ? [] : isDocument.errors).toEqual([])
  }
  const document = toDiagnosticsDocument(problems, { locale: 'en' })
  expect(document).toMatchObject({ schemaVersion: 1, ok: false })
  expect(document).not.toHaveProperty('more')
  expect(document.diagnostics.find(({ code }) => code === 'check/duplicate-rule')).toEqual({
    code: 'check/duplicate-rule',
    severity: 'error',
    params: { rule: '久任' },
    path: [],
    span: again,
    message: 'there is already a rule with the reason code `久任`; choose another',
    related: [
      {
        code: 'first-rule',
        params: { rule: '久任' },
        span: span('久任'),
        message: 'the reason code `久任` is used here first',
      },
    ],
  })
})

it('the schema lets every code through', () => {
  const { definitions } = JSON.parse(readFileSync('schemas/diagnostics.schema.json', 'utf8'))
  const patternOf = (name: string) => new RegExp(definitions[name].properties.code.pattern, 'u')
  for (const code of Object.keys(zh)) expect(code).toMatch(patternOf('diagnostic'))
  for (const code of Object.keys(zhRelated)) expect(code).toMatch(patternOf('related'))
})

it('warnings alone are well, and of more than a thousand the rest is counted', () => {
  expect(toDiagnosticsDocument([unused, point], { locale: 'zh' }).ok).toBe(true)
  const { ok, diagnostics, more } = toDiagnosticsDocument(many, { locale: 'zh' })
  expect([ok, diagnostics.length, more]).toEqual([false, 1000, 5])
})
