import { newRequestId } from '../../trpc/request-id'

const KEY = 'selvedge.checkout-attempt'

type Stored = { orderId: string; content: string }

/**
 * The order's id of one attempt to pay. The same content keeps the same id over retries and reloads, so that an answer
 * lost on the way cannot become a second order; another content is another attempt.
 */
export const attemptId = (content: string, storage: Pick<Storage, 'getItem' | 'setItem'>): string => {
  const known = read(storage.getItem(KEY))
  if (known?.content === content) return known.orderId
  const orderId = newRequestId()
  storage.setItem(KEY, JSON.stringify({ orderId, content } satisfies Stored))
  return orderId
}

/** The attempt has a final answer: the next one, even with the same content, is a new one. */
export const endAttempt = (storage: Pick<Storage, 'removeItem'>): void => storage.removeItem(KEY)

const read = (text: string | null): Stored | undefined => {
  if (text === null) return undefined
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { orderId, content } = value as Partial<Record<keyof Stored, unknown>>
  return typeof orderId === 'string' && typeof content === 'string' ? { orderId, content } : undefined
}
