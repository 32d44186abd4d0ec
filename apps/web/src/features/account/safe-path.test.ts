import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test('after signing in one lands on the page one came from', () => {
  expect(safePath('/checkout?step=2')).toBe('/checkout?step=2')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', undefined])(
  'a link cannot send a customer to another site: %s',
  (text) => {
    expect(safePath(text)).toBe('/account')
  },
)
