import type { SupplyDesk } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { announceShipment } from './announce-shipment'
import { cancelShipment, changeShipment } from './change-shipment'
import { changeSupplier } from './change-supplier'
import { addSupplier, draftPurchaseOrder, movePurchaseOrder } from './purchase-orders'
import { rebind } from './rebind'
import { receiveShipment } from './receive-shipment'
import { setBackorder } from './set-backorder'

/** The write side of supply to come over PostgreSQL and the stock engine (port: core SupplyDesk). */
export const createSupplyDesk = ({ pool, engine }: { pool: pg.Pool; engine: PgStockEngine }): SupplyDesk => ({
  addSupplier: (supplier) => addSupplier(pool, supplier),
  changeSupplier: (change) => changeSupplier(pool, change),
  draftOrder: (order, origin) => draftPurchaseOrder(pool, order, origin),
  moveOrder: (move) => movePurchaseOrder(pool, move),
  announce: (shipment, origin) => announceShipment(engine, shipment, origin),
  change: (change, origin) => changeShipment(engine, change, origin),
  cancel: (shipment, origin) => cancelShipment(engine, shipment, origin),
  receive: (receipt, origin) => receiveShipment(engine, receipt, origin),

  setBackorder: (backorder, origin) => setBackorder(engine, backorder, origin),

  rebind: async (variantIds, origin) => {
    const answer = await engine.transact({ plan: (client) => rebind(client, { variantIds, origin }) })
    if (!answer.ok) throw new Error(`promises not bound again: ${answer.error.code}`)
  },
})
