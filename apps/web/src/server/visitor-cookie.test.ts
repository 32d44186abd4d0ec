import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { signBag } from './bag-cookie'
import { readConsent, readVisitor, signVisitor } from './visitor-cookie'

const secret = 'a secret of the tests, of thirty-two bytes'

test('a visitor is who we said, and nobody else', () => {
  const id = randomUUID()
  expect(readVisitor(signVisitor(id, secret), secret)).toBe(id)
  const forged = `${randomUUID()}.${signVisitor(id, secret).split('.')[1]}`
  for (const value of [undefined, '', id, `${id}.`, forged, signVisitor(id, 'another'), 'x'.repeat(5_000)]) {
    expect(readVisitor(value, secret)).toBeUndefined()
  }
})

test('the proof of a bag is no proof of a visitor', () => {
  expect(readVisitor(signBag(randomUUID(), secret), secret)).toBeUndefined()
})

test('consent is one of two words', () => {
  expect([readConsent('personal'), readConsent('necessary'), readConsent('yes'), readConsent(undefined)]).toEqual([
    'personal',
    'necessary',
    undefined,
    undefined,
  ])
})
