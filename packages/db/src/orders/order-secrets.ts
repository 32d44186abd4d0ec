import { createHash, createHmac } from 'node:crypto'
import type { OrderSecrets } from '@selvedge/core'

/** Order links signed with the shop's secret (HMAC-SHA-256, base64url); only digests are stored. */
export const createOrderSecrets = ({ secret }: { secret: string }): OrderSecrets => {
  if (secret.length < 16) throw new RangeError('the secret of order links needs at least 16 characters')
  return {
    accessToken: (orderId) => createHmac('sha256', secret).update(`order-link:${orderId}`).digest('base64url'),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
