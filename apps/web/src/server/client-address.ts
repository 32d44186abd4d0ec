import { createHmac } from 'node:crypto'

const LOCAL =
  /^(::1|(::ffff:)?127\.|(::ffff:)?10\.|(::ffff:)?192\.168\.|(::ffff:)?172\.(1[6-9]|2\d|3[01])\.|f[cd]|fe80:)/i

/**
 * The address a request came from: the socket's, or the entry that the outermost trusted proxy wrote.
 * A forged X-Forwarded-For changes nothing, because entries before that one are never read.
 */
export const clientAddress = (
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string => {
  if (trustedProxies === 0 || !forwardedFor) return socketAddress
  const chain = forwardedFor.split(',').map((entry) => entry.trim())
  return chain.at(-trustedProxies) ?? socketAddress
}

/** Private and loopback addresses tell nobody apart: whole houses and every proxy share them. */
export const isLocalAddress = (address: string): boolean => LOCAL.test(address)

/** A keyed hash that stands for the address; private and loopback addresses tell nobody apart, so they have none. */
export const addressKey = (address: string, secret: string): string | undefined =>
  isLocalAddress(address)
    ? undefined
    : createHmac('sha256', secret).update(`address:${address}`).digest('base64url').slice(0, 16)
