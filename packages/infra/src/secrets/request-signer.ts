import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { RequestSigner } from '@selvedge/core'

const hmac = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

/** HMAC-SHA-256 in hex. */
export const createRequestSigner = (): RequestSigner => ({
  sign: (secret, text) => hmac(secret, text).toString('hex'),
  matches: (secret, text, signature) => {
    if (!/^[0-9a-f]{64}$/.test(signature)) return false
    return timingSafeEqual(hmac(secret, text), Buffer.from(signature, 'hex'))
  },
})

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex')
