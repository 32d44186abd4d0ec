import type { AllocationGuide } from '../../allocation/ports'
import type { ChannelReader } from '../../bag/ports'
import type { StockEngine, StockReader } from '../../inventory/ports'
import type { Origin } from '../../origin'
import type { PromiseMaker } from '../../supply/ports'
import type { PaymentProvider } from '../payments'
import type { Checkout, Transition } from '../saga'

/** What the steps of a checkout work with. */
export type StepDeps = {
  readonly channels: ChannelReader
  readonly stock: Pick<StockEngine, 'execute'>
  readonly stockReader: Pick<StockReader, 'reservations' | 'availability'>
  readonly payments: PaymentProvider
  /** How the channel chooses warehouses; without it, the order of the selling places. */
  readonly allocation?: AllocationGuide
  readonly promises: PromiseMaker
  /** A fresh UUID. */
  readonly newId: () => string
  /** How long a payment may stay undecided before the order is given up. */
  readonly paymentWindowMs: number
  /** How long to wait before a provider that has not decided is asked again. */
  readonly retryMs: number
}

/**
 * One step: does its effect, which is idempotent, and says what to record. It may run again after a crash, on the same
 * checkout, when its effect happened but was not recorded.
 */
export type Step = (deps: StepDeps, checkout: Checkout) => Promise<Transition>

/** On whose trail the engine writes: the order's own, also when another process finishes it. */
export const originOf = ({ userId, cartId, correlationId }: Checkout): Origin => ({
  actor: userId === undefined ? `guest:${cartId}` : `shopper:${userId}`,
  correlationId,
})
