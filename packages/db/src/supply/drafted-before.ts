import { createHash } from 'node:crypto'
import { accept, type NewPurchaseOrder, type Result, reject, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'

/** The order of a draft that came before. Two at once take turns: the second finds what the first has made. */
export const draftedBefore = async (
  client: pg.PoolClient,
  draftId: string,
  order: NewPurchaseOrder,
): Promise<Result<{ readonly number: string } | undefined, SupplyRejection>> => {
  await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2::uuid::text))', [
    ADVISORY_LOCKS.draftPurchaseOrder,
    draftId,
  ])
  const { rows } = await client.query<{ number: string; same: boolean }>(
    'SELECT number, content_hash = $2 AS same FROM purchase_order WHERE draft_id = $1',
    [draftId, orderHash(order)],
  )
  const earlier = rows[0]
  if (!earlier) return accept(undefined)
  return earlier.same
    ? accept({ number: earlier.number })
    : reject({ code: 'DRAFT_ID_REUSED', draftId, number: earlier.number })
}

/** Of the contents in an order of their own, not in that in which they came to us. */
export const orderHash = ({ supplierId, locationId, note, lines }: NewPurchaseOrder): string => {
  const contents = [supplierId, locationId, note ?? '', lines.map(({ sku, units }) => [sku, units])]
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex')
}
