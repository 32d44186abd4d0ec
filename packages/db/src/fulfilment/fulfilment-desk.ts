import { accept, type FulfilmentDesk, reject } from '@selvedge/core'
import type pg from 'pg'
import type { PgStockEngine } from '../inventory/stock-engine'
import { deliverParcel, putBackParcel } from './move-parcel'
import { packParcel } from './pack-parcel'
import { readFulfilment } from './read-fulfilment'
import { readWorklist } from './read-worklist'
import { shipParcel } from './ship-parcel'
import { startParcel } from './start-parcel'
import { readPaymentToTake, writePaymentTaken } from './take-payment'

type Deps = { readonly pool: pg.Pool; readonly engine: Pick<PgStockEngine, 'transact'> }

/** Parcels over PostgreSQL and the stock engine (port: core FulfilmentDesk). */
export const createFulfilmentDesk = ({ pool, engine }: Deps): FulfilmentDesk => ({
  ofOrder: async (number) => {
    const view = await readFulfilment(pool, number)
    return view ? accept(view) : reject({ code: 'ORDER_NOT_FOUND', number })
  },
  worklist: (asked) => readWorklist(pool, asked),
  start: (request, origin) => startParcel(pool, request, origin),
  pack: (request, origin) => packParcel(engine, request, origin),
  ship: (request, origin) => shipParcel(engine, request, origin),
  putBack: (parcelId, origin) => putBackParcel(pool, parcelId, origin),
  deliver: (parcelId, origin) => deliverParcel(pool, parcelId, origin),
  paymentToTake: (parcelId) => readPaymentToTake(pool, parcelId),
  paymentTaken: (payment, ref, origin) => writePaymentTaken(pool, payment, ref, origin),
})
