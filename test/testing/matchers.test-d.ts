// Checked by `npm run types`, never run: what an app writes, and what the compiler must refuse.
import { expect } from 'vitest'
import type { Decision } from '../../src/index.js'
import { matchers } from '../../src/testing.js'

export async function expecting(decision: Decision): Promise<void> {
  expect.extend(matchers())
  expect.extend(matchers({ locale: 'en' }))
  expect(decision).toHaveOutcome('required')
  expect(decision).not.toBeDeterminedBy()
  expect(decision, 'a message').toBeDeterminedBy('long', 'lagging')
  expect.soft(decision).toBeMissing('birthDate')
  expect(decision).toScore(3)
  await expect(Promise.resolve(decision)).resolves.toScore('[2, 4]')
  // @ts-expect-error: an outcome is a text
  expect(decision).toHaveOutcome(3)
  // @ts-expect-error: one outcome is given
  expect(decision).toHaveOutcome()
  // @ts-expect-error: no matcher is named so
  expect(decision).toHaveOutcomes('required')
  // @ts-expect-error: there is no such language
  expect.extend(matchers({ locale: 'fr' }))
}
