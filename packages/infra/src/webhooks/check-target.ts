import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { WebhookSender } from '@selvedge/core'
import { isLoopback, isPublicAddress } from './is-public-address'

export type Resolve = (host: string) => Promise<readonly string[]>
export type Target = { readonly url: URL; readonly address: string; readonly family: 4 | 6 }
type Refusal = NonNullable<Awaited<ReturnType<WebhookSender['refuse']>>>

const systemResolve: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address)

/**
 * Whether we may send to an address, and to which machine. https to the public internet only; in development http to
 * this machine too. Every address a name has must be public, and the one that was checked is the one that is used: a
 * name that points elsewhere a moment later gains nothing.
 */
export const checkTarget = async (
  written: string,
  { allowLoopback, resolve = systemResolve }: { allowLoopback: boolean; resolve?: Resolve },
): Promise<Target | Refusal> => {
  if (!URL.canParse(written)) return 'NOT_FOUND'
  const url = new URL(written)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowLoopback)) return 'NOT_HTTPS'
  if (url.username !== '' || url.password !== '') return 'HAS_CREDENTIALS'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => [])
  const [address] = addresses
  if (address === undefined) return 'NOT_FOUND'
  const isOurs = allowLoopback && addresses.every(isLoopback)
  if (!isOurs && !addresses.every(isPublicAddress)) return 'NOT_PUBLIC'
  if (!isOurs && url.protocol !== 'https:') return 'NOT_HTTPS'
  return { url, address, family: isIP(address) === 6 ? 6 : 4 }
}
