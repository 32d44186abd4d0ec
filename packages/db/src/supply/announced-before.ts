import type { Result, ShipmentContents, SupplyRejection } from '@selvedge/core'
import type pg from 'pg'
import { ADVISORY_LOCKS } from '../advisory-locks'
import { cameBefore, hashOf, takeTurn } from './came-before'

/** The shipment of an announcement that came before. */
export const announcedBefore = async (
  client: pg.PoolClient,
  announcementId: string,
  shipment: ShipmentContents,
): Promise<Result<{ readonly number: string } | undefined, SupplyRejection>> => {
  await takeTurn(client, ADVISORY_LOCKS.announceShipment, announcementId)
  const text = `SELECT s.number, e.type = 'announced' AND s.content_hash = $2 AS same
    FROM shipment_event e JOIN inbound_shipment s ON s.id = e.shipment_id WHERE e.id = $1`
  return await cameBefore(client, { text, values: [announcementId, contentHash(shipment)] }, (number) => ({
    code: 'ANNOUNCEMENT_ID_REUSED',
    announcementId,
    number,
  }))
}

/** Of what comes, from whom, where and when. */
export const contentHash = (shipment: ShipmentContents): string => {
  const { supplierId, locationId, purchaseOrder, reference, expectedOn } = shipment
  const lines = shipment.lines.map(({ sku, units, presale }) => [sku, units, presale])
  return hashOf([supplierId, locationId, purchaseOrder ?? '', reference ?? '', expectedOn, lines])
}
