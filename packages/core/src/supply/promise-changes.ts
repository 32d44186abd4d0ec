import { type Binding, type Bound, shipByOf } from './bind-promises'
import type { Day } from './day'

/** A promise as it stands before it is bound again; `bindings` absent: it is being made. */
export type StandingPromise = {
  readonly key: string
  /** Units not yet arrived. */
  readonly open: number
  readonly shipBy?: Day | undefined
  readonly bindings?: readonly Binding[] | undefined
}

/** What became of one promise: at most one of made and rebound, and units that arrived for it. */
export type PromiseChange = {
  readonly key: string
  readonly made: boolean
  /** Bound to other supply or another day than before. */
  readonly rebound: boolean
  /** Units that are on the shelf for it now. */
  readonly keptUnits: number
  /** Everything that was open has arrived. */
  readonly kept: boolean
  readonly was?: Day | undefined
  /** Absent when units are unbound: nobody can name a day. */
  readonly shipBy?: Day | undefined
  readonly unboundUnits: number
  /** What is still to come, as bound now. */
  readonly bindings: readonly Binding[]
  /** The buyer has to hear of it: another day, no day, or everything is here. */
  readonly tell?: 'later' | 'earlier' | 'at-risk' | 'kept'
}

const unitsFrom = (bindings: readonly Binding[], source: Binding['source']): number =>
  bindings.reduce((sum, binding) => sum + (binding.source === source ? binding.units : 0), 0)

const sameBindings = (a: readonly Binding[], b: readonly Binding[]): boolean => {
  const text = (bindings: readonly Binding[]) =>
    bindings
      .map((one) =>
        [
          one.source,
          one.source === 'shipment' ? one.shipmentLineId : 0,
          one.units,
          'shipsOn' in one ? one.shipsOn : '',
        ].join(),
      )
      .join(';')
  return text(a) === text(b)
}

/**
 * What changes for one promise between how it stood and how it is bound now; nothing when nothing does. A day that has
 * passed is never told: it stands only where the rest of the order line leaves later, which is what the buyer knows.
 */
export const promiseChange = (standing: StandingPromise, bound: Bound, today: Day): PromiseChange | undefined => {
  const keptUnits = unitsFrom(bound.bindings, 'stock')
  const bindings = bound.bindings.filter(({ source }) => source !== 'stock')
  const unboundUnits = unitsFrom(bindings, 'none')
  const kept = keptUnits === standing.open
  const shipBy = shipByOf(bindings)
  const made = standing.bindings === undefined
  // A partial arrival takes the oldest bindings away; only what is left over and differs is a new promise.
  const rebound =
    !made &&
    !kept &&
    !sameBindings(standing.bindings ?? [], bindings) &&
    (keptUnits === 0 || shipBy !== standing.shipBy)
  if (!made && keptUnits === 0 && sameBindings(standing.bindings ?? [], bindings)) return undefined
  const tell = made ? undefined : toTell(standing, { kept, shipBy, unboundUnits }, today)
  return {
    key: standing.key,
    made,
    rebound,
    keptUnits,
    kept,
    was: standing.shipBy,
    shipBy,
    unboundUnits,
    bindings,
    ...(tell ? { tell } : {}),
  }
}

const toTell = (
  standing: StandingPromise,
  now: { kept: boolean; shipBy: Day | undefined; unboundUnits: number },
  today: Day,
): PromiseChange['tell'] => {
  if (now.kept) return 'kept'
  const wasAtRisk = unitsFrom(standing.bindings ?? [], 'none') > 0
  if (now.unboundUnits > 0) return wasAtRisk ? undefined : 'at-risk'
  if (now.shipBy === standing.shipBy) return undefined
  // Bound to a shipment that is overdue: the day that was told has nobody who stands for it any more.
  if (now.shipBy === undefined) return 'at-risk'
  if (now.shipBy < today) return undefined
  return standing.shipBy !== undefined && now.shipBy < standing.shipBy ? 'earlier' : 'later'
}
