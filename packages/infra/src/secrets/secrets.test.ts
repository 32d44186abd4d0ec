import { expect, test } from 'vitest'
import { createRequestSigner } from './request-signer'
import { createSecretBox } from './secret-box'

const secret = 'a key of the tests, of thirty-two bytes'

test('what was sealed opens again, never looks the same twice, and opens for nobody else', () => {
  const box = createSecretBox({ secret, purpose: 'sources' })
  const sealed = box.seal('hush')
  expect(box.open(sealed)).toBe('hush')
  expect(box.seal('hush')).not.toBe(sealed)
  expect(() => createSecretBox({ secret, purpose: 'endpoints' }).open(sealed)).toThrow()
  expect(() => box.open(`${sealed.slice(0, -2)}AA`)).toThrow()
  expect(() => box.open('v1.')).toThrow()
})

test('a signature fits its text and secret only', () => {
  const signer = createRequestSigner()
  const signature = signer.sign('s', '1.body')
  expect(signer.matches('s', '1.body', signature)).toBe(true)
  expect(signer.matches('s', '2.body', signature)).toBe(false)
  expect(signer.matches('t', '1.body', signature)).toBe(false)
  expect(signer.matches('s', '1.body', signature.toUpperCase())).toBe(false)
  expect(signer.matches('s', '1.body', '')).toBe(false)
})
