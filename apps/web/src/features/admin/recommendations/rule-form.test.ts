import { expect, test } from 'vitest'
import { BLANK_RULE, readRule, ruleWords } from './rule-form'

test('a form becomes the rule it says', () => {
  const read = readRule({ ...BLANK_RULE, name: 'Linen', by: 'term', value: 'material:linen', amount: '2' })
  expect(read).toMatchObject({
    ok: true,
    rule: { effect: { kind: 'boost', factor: 2 }, target: { by: 'term', value: 'material:linen' }, placements: [] },
  })
  if (read.ok) expect(ruleWords(read.rule)).toBe('Boost term material:linen × 2, everywhere')
})

test('what is wrong is said at its field', () => {
  expect(readRule({ ...BLANK_RULE, name: 'x', value: '' })).toMatchObject({
    ok: false,
    errors: { value: 'Say which products the rule is about' },
  })
  expect(readRule({ ...BLANK_RULE, name: 'x', value: 'a', amount: '99' })).toMatchObject({
    ok: false,
    errors: { amount: expect.any(String) },
  })
  const late = { ...BLANK_RULE, name: 'x', value: 'a', startsAt: '2026-12-02T10:00', endsAt: '2026-12-01T10:00' }
  expect(readRule(late)).toMatchObject({ ok: false, errors: { endsAt: 'The end has to be after the start' } })
})
