import { accept, reject, type SupplyDesk } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { announceShipment } from './announce-shipment'
import { cancelShipment, changeShipment } from './change-shipment'
import { addSupplier, draftPurchaseOrder, movePurchaseOrder } from './purchase-orders'
import { rebind } from './rebind'
import { receiveShipment } from './receive-shipment'

/** The write side of supply to come over PostgreSQL and the stock engine (port: core SupplyDesk). */
export const createSupplyDesk = ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }): SupplyDesk => ({
  addSupplier: (supplier) => addSupplier(pool, supplier),
  draftOrder: (order, origin) => draftPurchaseOrder(pool, order, origin),
  moveOrder: (move) => movePurchaseOrder(pool, move),
  announce: (shipment, origin) => announceShipment(engine, shipment, origin),
  change: (change, origin) => changeShipment(engine, change, origin),
  cancel: (shipment, origin) => cancelShipment(engine, shipment, origin),
  receive: (receipt, origin) => receiveShipment(engine, receipt, origin),

  setBackorder: async ({ recordId, units, leadDays }, origin) => {
    const answer = await engine.transact({
      plan: async (client) => {
        const { rows } = await client.query<{ variant_id: number }>(
          'SELECT variant_id FROM inventory_record WHERE id = $1 FOR UPDATE',
          [recordId],
        )
        const record = rows[0]
        if (!record) return reject({ code: 'UNKNOWN_RECORD', recordId } as const)
        await client.query(
          `INSERT INTO backorder_allowance (record_id, units, lead_days) VALUES ($1, $2, $3)
          ON CONFLICT (record_id) DO UPDATE SET units = excluded.units, lead_days = excluded.lead_days`,
          [recordId, units, leadDays],
        )
        return accept(await rebind(client, { variantIds: [record.variant_id], origin }))
      },
    })
    return answer.ok ? accept({ units }) : answer
  },

  rebind: async (variantIds, origin) => {
    const answer = await engine.transact({ plan: (client) => rebind(client, { variantIds, origin }) })
    if (!answer.ok) throw new Error(`promises not bound again: ${answer.error.code}`)
  },
})
