import type { NewPurchaseOrder, Result, SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { cameBefore, hashOf, takeTurn } from './came-before'

/** The order of a draft that came before. */
export const draftedBefore = async (
  client: pg.PoolClient,
  draftId: string,
  order: NewPurchaseOrder,
): Promise<Result<{ readonly number: string } | undefined, SupplyRejection>> => {
  await takeTurn(client, ADVISORY_LOCKS.draftPurchaseOrder, draftId)
  const text = 'SELECT number, content_hash = $2 AS same FROM purchase_order WHERE draft_id = $1'
  return await cameBefore(client, { text, values: [draftId, orderHash(order)] }, (number) => ({
    code: 'DRAFT_ID_REUSED',
    draftId,
    number,
  }))
}

/** Of what is ordered, of whom and where to. */
export const orderHash = ({ supplierId, locationId, note, lines }: NewPurchaseOrder): string =>
  hashOf([supplierId, locationId, note ?? '', lines.map(({ sku, units }) => [sku, units])])
