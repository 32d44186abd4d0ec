import { createHmac, timingSafeEqual } from 'node:crypto'

export const BAG_COOKIE = 'selvedge_bag'
export const BAG_MAX_AGE_S = 60 * 60 * 24 * 30
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const signature = (cartId: string, secret: string): string =>
  createHmac('sha256', secret).update(`bag:${cartId}`).digest('base64url').slice(0, 22)

/** The cookie's value: the bag's id and proof that we made it, so that another's id cannot be tried. */
export const signBag = (cartId: string, secret: string): string => `${cartId}.${signature(cartId, secret)}`

/** The bag's id, or nothing when the cookie was not made by us. */
export const readBag = (value: string | undefined, secret: string): string | undefined => {
  const [cartId, given] = value?.split('.') ?? []
  if (!cartId || !given || !UUID.test(cartId)) return undefined
  const expected = Buffer.from(signature(cartId, secret))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? cartId : undefined
}
