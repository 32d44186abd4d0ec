import type { PaymentProvider } from '../orders/payments'
import { reject } from '../result'
import type { FulfilmentDesk } from './ports'

export type FulfilmentService = Omit<FulfilmentDesk, 'paymentToTake' | 'paymentTaken'>

export type FulfilmentDeps = {
  readonly desk: FulfilmentDesk
  readonly payments: Pick<PaymentProvider, 'capture'>
}

/**
 * Parcels, and the money of orders that were sold ahead: it is taken, whole, before their first parcel leaves. The bank is
 * asked outside of any transaction; what it gave is written down before anything moves, and asking it again is harmless.
 */
export const createFulfilmentService = ({ desk, payments }: FulfilmentDeps): FulfilmentService => ({
  ofOrder: desk.ofOrder,
  worklist: desk.worklist,
  start: desk.start,
  pack: desk.pack,
  putBack: desk.putBack,
  deliver: desk.deliver,
  ship: async (request, origin) => {
    const due = await desk.paymentToTake(request.parcelId)
    if (due) {
      const answer = await payments.capture({ idempotencyKey: due.idempotencyKey, amountMinor: due.amountMinor })
      if (answer.state !== 'captured') {
        const because = answer.state === 'declined' ? answer.declineCode : answer.state
        return reject({ code: 'PAYMENT_NOT_CAPTURED', number: due.number, because })
      }
      await desk.paymentTaken(due, answer.ref, origin)
    }
    return await desk.ship(request, origin)
  },
})
