import { describe, expect, it } from 'vitest'
import { changesPerson, isKeptPage, pictureStem } from './what-to-keep'

const at = (path: string) => new URL(path, 'https://shop.test')

describe('what may be read without a connection', () => {
  it.each([
    '/',
    '/shop',
    '/shop?category=coats&page=2',
    '/search?q=linen',
    '/p/boxy-shirt',
    '/p/boxy-shirt?colour=ecru',
  ])('the public page %s is kept', (path) => expect(isKeptPage(at(path))).toBe(true))

  it.each([
    '/bag',
    '/checkout',
    '/orders',
    '/orders/S-1001',
    '/account',
    '/sign-in',
    '/sign-up',
    '/admin',
    '/admin/stock',
    '/api/trpc/shop.listing',
    '/p',
    '/p/boxy-shirt/more',
    '/shop?_rsc=abc',
    '/offline',
  ])('%s is never kept', (path) => expect(isKeptPage(at(path))).toBe(false))

  it.each(['/api/auth/sign-in/email', '/api/auth/sign-up/email', '/api/auth/sign-out'])(
    'after %s nothing of the person before can be read',
    (path) => expect(changesPerson(at(path))).toBe(true),
  )

  it.each([
    '/api/trpc/shop.privacy.erase',
    '/api/trpc/shop.privacy.decide?batch=1',
    '/api/trpc/shop.saved.set,shop.privacy.erase?batch=1',
  ])('after %s nothing that was learnt of the person can be read', (path) => expect(changesPerson(at(path))).toBe(true))

  it.each(['/api/auth/get-session', '/api/trpc/shop.privacy.export', '/api/trpc/shop.bag.add,shop.saved.set?batch=1'])(
    '%s throws nothing away',
    (path) => expect(changesPerson(at(path))).toBe(false),
  )

  it('two sizes of one picture are known as the same picture', () =>
    expect(pictureStem(at('/img/coat.navy.front.w320.webp'))).toBe(pictureStem(at('/img/coat.navy.front.w960.avif'))))
})
