import { type FitReason, type RecordedSignal, type ReturnMessage, type ReturnReason, userKey } from '@selvedge/core'
import type pg from 'pg'
import { idOfWords } from '../id-of-words'

const REASONS: Readonly<Record<ReturnReason, FitReason>> = {
  'too-small': 'too-small',
  'too-large': 'too-large',
  'not-as-pictured': 'not-as-shown',
  quality: 'quality',
  'arrived-damaged': 'other',
  'wrong-item': 'other',
  'changed-my-mind': 'changed-mind',
}

export type InspectedReturn = { readonly message: ReturnMessage; readonly recordedAtMs: number }

/** What inspected returns say of their senders, of those who have allowed it; guests' returns are nobody's. */
export const readReturnSignals = async (
  { pool }: { pool: pg.Pool },
  returns: readonly InspectedReturn[],
): Promise<readonly RecordedSignal[]> => {
  const userIds = [...new Set(returns.flatMap(({ message }) => message.userId ?? []))]
  const { rows } = await pool.query<{ person: string }>(
    'SELECT person FROM consent WHERE is_personal AND person = ANY($1::text[])',
    [userIds.map(userKey)],
  )
  const allowed = new Set(rows.map(({ person }) => person))
  return returns.flatMap(({ message, recordedAtMs }) => {
    const { userId, productId, size, quantity, reason, returnId, lineNo } = message
    if (userId === undefined || !allowed.has(userKey(userId))) return []
    const signal = { kind: 'return' as const, productId, size, quantity, reason: REASONS[reason] }
    return [
      {
        eventId: idOfWords('return', returnId, lineNo),
        person: userKey(userId),
        sequence: lineNo,
        occurredAtMs: recordedAtMs,
        receivedAtMs: recordedAtMs,
        signal,
      },
    ]
  })
}
