import { createHash } from 'node:crypto'
import { accept, type ReceiveShipment, type Result, reject, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'

/**
 * Whether this very receipt came before; asked with its shipment locked. Its id may also be that of something else: a
 * receipt of another shipment or of other counts, the shipment's announcement. That is not the same receipt.
 */
export const receivedBefore = async (
  client: pg.PoolClient,
  receipt: ReceiveShipment,
): Promise<Result<boolean, SupplyRejection>> => {
  const { receiptId } = receipt
  const { rows } = await client.query<{ number: string; same: boolean | null }>(
    `SELECT s.number, e.type = 'received' AND s.number = $2 AND e.content_hash = $3 AS same
      FROM shipment_event e JOIN inbound_shipment s ON s.id = e.shipment_id WHERE e.id = $1`,
    [receiptId, receipt.number, receiptHash(receipt)],
  )
  const earlier = rows[0]
  if (!earlier) return accept(false)
  return earlier.same ? accept(true) : reject({ code: 'RECEIPT_ID_REUSED', receiptId, number: earlier.number })
}

/** Of the counts by line, in whatever order they were sent. */
export const receiptHash = ({ lines }: ReceiveShipment): string => {
  const counts = lines
    .map(({ lineId, received, damaged, closes }) => [lineId, received, damaged, closes] as const)
    .sort(([one], [other]) => one - other)
  return createHash('sha256').update(JSON.stringify(counts)).digest('hex')
}
