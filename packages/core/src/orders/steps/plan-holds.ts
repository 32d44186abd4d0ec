import type { AllocationGuidance } from '../../allocation/ports'
import type { Checkout, CheckoutLine, Transition } from '../saga'
import { originOf, type StepDeps } from './deps'

/**
 * Where all lines of the order come from, chosen together and by where the parcel goes: the bag took each line alone and
 * knew no destination. One hold over all lines takes the place of the bag's, or nothing changes. Its ids are recorded
 * first, so that a crash after taking it finds it again. Nothing when there is nothing to choose, or when the plan cannot
 * be met: then the holds there are count.
 */
export const holdByPlan = async (deps: StepDeps, checkout: Checkout): Promise<Transition | undefined> => {
  const { lines } = checkout
  const guidance = await guideTo(deps, checkout)
  if (!guidance) return undefined
  const planned = new Map(lines.flatMap((line) => (line.plannedHoldId ? [[line.lineNo, line.plannedHoldId]] : [])))
  // Once ids are recorded they are followed up, whatever the policy says by now: they may have been taken.
  if (planned.size < lines.length) return plansTogether(guidance, lines) ? withFreshIds(deps, lines) : undefined

  const { cartId, userId, orderId } = checkout
  const taken = await deps.stock.execute({
    kind: 'hold',
    purpose: 'checkout',
    holder: { cartId, ...(userId === undefined ? {} : { shopperId: userId }) },
    policy: (await deps.channels.current()).holdPolicy,
    allocation: guidance,
    origin: originOf(checkout),
    cause: { type: 'order', id: orderId },
    lines: lines.map((line) => ({
      reservationId: planned.get(line.lineNo) ?? line.holdId,
      variantId: line.variantId,
      units: line.quantity,
      allowFuture: line.allowFuture ?? false,
      replaces: line.holdId,
    })),
  })
  if (!taken.ok) return undefined
  // Taken before a long pause, and over by now: an id counts once.
  if (taken.value.answer.some(({ state }) => state !== 'held')) return withFreshIds(deps, lines)
  return { to: 'authorise', holds: planned, timeline: { type: 'stock-held' } }
}

const guideTo = async (deps: StepDeps, { lines, country }: Checkout): Promise<AllocationGuidance | undefined> =>
  await deps.allocation?.guide(
    lines.map((line) => line.variantId),
    country === undefined ? undefined : { country },
  )

/** Whether a rule would say otherwise of the whole order than of each line alone. */
const plansTogether = ({ policy, destination }: AllocationGuidance, lines: readonly CheckoutLine[]): boolean =>
  (destination !== undefined && policy.rules.includes('nearest')) ||
  (lines.length > 1 && policy.rules.includes('fewest-parcels'))

const withFreshIds = ({ newId }: StepDeps, lines: readonly CheckoutLine[]): Transition => ({
  to: 'hold',
  planned: new Map(lines.map((line) => [line.lineNo, newId()])),
})
