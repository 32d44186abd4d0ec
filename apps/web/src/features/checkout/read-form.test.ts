import { expect, test } from 'vitest'
import { readForm } from './read-form'

const filled = (changes: Record<string, string> = {}) => {
  const form = new FormData()
  const fields = {
    email: 'ada@example.com',
    name: 'Ada',
    line1: 'Lange straat 1',
    line2: '',
    postcode: '1017 AB',
    city: 'Amsterdam',
    country: 'NL',
    shippingMethod: 'standard',
    paymentMethod: 'card-approve',
    ...changes,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a complete form becomes an order, an empty second line is left out', () => {
  expect(readForm(filled())).toEqual({
    ok: true,
    value: {
      email: 'ada@example.com',
      address: { name: 'Ada', line1: 'Lange straat 1', postcode: '1017 AB', city: 'Amsterdam', country: 'NL' },
      shippingMethod: 'standard',
      paymentMethod: 'card-approve',
    },
  })
})

test('every wrong field is named, with words on how to mend it', () => {
  const answer = readForm(filled({ email: 'nobody', city: '  ', country: 'XX' }))
  expect(answer.ok ? [] : Object.keys(answer.errors)).toEqual(['email', 'city', 'country'])
})
