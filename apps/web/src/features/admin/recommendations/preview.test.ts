import type { RuleDraft } from '@selvedge/core'
import { expect, test } from 'vitest'
import { readPreview } from './preview'

const rule = (placements: RuleDraft['placements']): RuleDraft => ({
  name: 'Linen',
  placements,
  effect: { kind: 'boost', factor: 2 },
  target: { by: 'term', value: 'material:linen' },
  active: true,
})
const blank = { placement: '', anchor: '', person: '' }

test('a rule is tried where it holds, beside the product and for the shopper that are named', () => {
  expect(readPreview(rule(['bag']), { placement: 'similar', anchor: '12', person: ' u:maren ' })).toEqual({
    placement: 'bag',
    anchorId: 12,
    person: 'u:maren',
  })
  expect(readPreview(rule([]), blank)).toEqual({ placement: 'for-you' })
  expect(readPreview(rule([]), { ...blank, placement: 'similar' })).toEqual({ placement: 'similar' })
})

test('what names no product or shopper is left out, and the front page stands beside nothing', () => {
  expect(readPreview(rule([]), { placement: 'for-you', anchor: '12', person: 'maren' })).toEqual({
    placement: 'for-you',
  })
  expect(readPreview(rule(['together']), { ...blank, anchor: 'a coat' })).toEqual({ placement: 'together' })
})
