import { expect, test } from 'vitest'
import { readBag, signBag } from './bag-cookie'

const id = '3f0e8a52-9c1d-4f6b-8a7e-0123456789ab'

test('a bag is found by the cookie that was given out for it', () => {
  expect(readBag(signBag(id, 'secret'), 'secret')).toBe(id)
})

test("another shopper's bag id without our signature finds nothing", () => {
  expect(readBag(id, 'secret')).toBeUndefined()
  expect(readBag(`${id}.AAAAAAAAAAAAAAAAAAAAAA`, 'secret')).toBeUndefined()
  expect(readBag(signBag(id, 'other'), 'secret')).toBeUndefined()
  expect(readBag('../../etc.passwd', 'secret')).toBeUndefined()
})
