import { createHash } from 'node:crypto'
import { accept, type Result, reject, type ShipmentContents, type SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'

/** The shipment of an announcement that came before. Two at once take turns: the second finds what the first has made. */
export const announcedBefore = async (
  client: pg.PoolClient,
  announcementId: string,
  shipment: ShipmentContents,
): Promise<Result<{ readonly number: string } | undefined, SupplyRejection>> => {
  await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2::uuid::text))', [
    ADVISORY_LOCKS.announceShipment,
    announcementId,
  ])
  const { rows } = await client.query<{ number: string; same: boolean | null }>(
    `SELECT s.number, e.type = 'announced' AND s.content_hash = $2 AS same
      FROM shipment_event e JOIN inbound_shipment s ON s.id = e.shipment_id WHERE e.id = $1`,
    [announcementId, contentHash(shipment)],
  )
  const earlier = rows[0]
  if (!earlier) return accept(undefined)
  return earlier.same
    ? accept({ number: earlier.number })
    : reject({ code: 'ANNOUNCEMENT_ID_REUSED', announcementId, number: earlier.number })
}

/** Of the contents in an order of their own, not in that in which they came to us. */
export const contentHash = ({
  supplierId,
  locationId,
  purchaseOrder,
  reference,
  expectedOn,
  lines,
}: ShipmentContents): string => {
  const written = lines.map(({ sku, units, presale }) => [sku, units, presale])
  const contents = [supplierId, locationId, purchaseOrder ?? '', reference ?? '', expectedOn, written]
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex')
}
