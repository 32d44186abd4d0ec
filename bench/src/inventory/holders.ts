import { randomUUID } from 'node:crypto'
import { DEFAULT_HOLD_POLICY, type HoldUnits, type StockEngine } from '@selvedge/core'

// Nobody is kept from holding here: what is measured is the write, not the policy's refusal.
const POLICY = { ...DEFAULT_HOLD_POLICY, heatPerMille: 1_000, holderSharePerMille: 1_000 }
const ORIGIN = { actor: 'guest:bench', correlationId: 'bench' }

/** One unit of each SKU, for a guest of its own; refused is a fault here. */
export const hold = async (engine: Pick<StockEngine, 'execute'>, variantIds: readonly number[]): Promise<void> => {
  const command: HoldUnits = {
    kind: 'hold',
    purpose: 'bag',
    policy: POLICY,
    origin: ORIGIN,
    holder: { cartId: randomUUID() },
    lines: variantIds.map((variantId) => ({ reservationId: randomUUID(), variantId, units: 1 })),
  }
  const answer = await engine.execute(command)
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
}

/** 1 to 4 different SKUs of `skus`, in no order. */
export const anyBag = (skus: number): number[] => {
  const wanted = 1 + Math.floor(Math.random() * 4)
  const bag = new Set<number>()
  while (bag.size < wanted) bag.add(1 + Math.floor(Math.random() * skus))
  return [...bag]
}
