import { accept, type ReceiveShipment, type Result, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import { cameBefore, hashOf } from './came-before'

/**
 * Whether this very receipt came before; asked with its shipment locked, so it needs no turn. Its id may also be that of
 * something else: a receipt of another shipment or of other counts, the shipment's announcement. That is not the same
 * receipt.
 */
export const receivedBefore = async (
  client: pg.PoolClient,
  receipt: ReceiveShipment,
): Promise<Result<boolean, SupplyRejection>> => {
  const { receiptId } = receipt
  const text = `SELECT s.number, e.type = 'received' AND s.number = $2 AND e.content_hash = $3 AS same
    FROM shipment_event e JOIN inbound_shipment s ON s.id = e.shipment_id WHERE e.id = $1`
  const earlier = await cameBefore(
    client,
    { text, values: [receiptId, receipt.number, receiptHash(receipt)] },
    (number): SupplyRejection => ({ code: 'RECEIPT_ID_REUSED', receiptId, number }),
  )
  return earlier.ok ? accept(earlier.value !== undefined) : earlier
}

/** Of the counts by line, in whatever order they were sent, and of the time they are from where one was named. */
export const receiptHash = ({ lines, happenedAt }: ReceiveShipment): string => {
  const counts = lines
    .map(({ lineId, received, damaged, closes }) => [lineId, received, damaged, closes] as const)
    .sort(([one], [other]) => one - other)
  return hashOf(happenedAt ? [counts, happenedAt.toISOString()] : counts)
}
