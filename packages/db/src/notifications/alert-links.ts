import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AlertLinks } from '@selvedge/core'

/** Ways out signed with the shop's secret (HMAC-SHA-256, base64url; port: core AlertLinks). */
export const createAlertLinks = ({ secret }: { secret: string }): AlertLinks => {
  if (secret.length < 16) throw new RangeError('the secret of alert links needs at least 16 characters')
  const token = (email: string): string =>
    createHmac('sha256', secret).update(`alerts-stop:${email.toLowerCase()}`).digest('base64url')
  return {
    token,
    isTokenOf: (email, given) => {
      const [expected, actual] = [Buffer.from(token(email)), Buffer.from(given)]
      return expected.length === actual.length && timingSafeEqual(expected, actual)
    },
  }
}
