import type { Step } from './deps'
import { outOfStock } from './out-of-stock'
import { holdByPlan } from './plan-holds'
import { holdStandings, renewedHolds, secureHolds } from './secure-holds'

/** All lines held before any money moves. Short: the order ends here, nothing was asked of the bank. */
export const hold: Step = async (deps, checkout) => {
  const planned = await holdByPlan(deps, checkout)
  if (planned) return planned

  const standings = await holdStandings(deps, checkout)
  const renewed = renewedHolds(deps, standings)
  // The new ids are recorded before they are used: a crash after taking them finds them again.
  if (renewed.size > 0) return { to: 'hold', holds: renewed }

  const secured = await secureHolds(deps, checkout, standings)
  if (secured.ok) return { to: 'authorise', timeline: { type: 'stock-held' } }
  // Between the look and the extension a hold ran out: look again.
  if (secured.error.code === 'RESERVATION_RESOLVED') return { to: 'hold' }

  const rejection = await outOfStock(deps, checkout, secured.error)
  return {
    to: 'done',
    ended: 'compensated',
    rejection,
    order: { state: 'cancelled', reason: 'OUT_OF_STOCK' },
    payment: { state: 'voided' },
    timeline: { type: 'cancelled', facts: { reason: 'OUT_OF_STOCK' } },
    message: 'OrderCancelled',
  }
}
