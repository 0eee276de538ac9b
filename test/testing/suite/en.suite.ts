import { describe } from 'vitest'
import { describeCases } from '../../../src/testing/index.js'

describe('en', async () => {
  for (const folder of ['failing', 'broken', 'misspelt', 'none', 'nowhere'])
    await describeCases(folder, { locale: 'en' })
})
