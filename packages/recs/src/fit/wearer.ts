import { type BodySize, expectedSize, toldShare } from './body-size'
import { type Body, outcomePlace, type PastFit } from './fit-row'

/** What a shopper's past and answers say of their size. */
export type Wearer = {
  readonly size: number
  /** Pieces with a known outcome. */
  readonly pieces: number
  readonly outcomes: Float64Array
  readonly bodySize: number
  readonly told: number
}

// Pieces that the body's expected size counts for.
const BODY_WEIGHT = 1.5

/**
 * The size of a wearer: what they wore, drawn towards what their body is expected to wear. A piece that was too small
 * says that the wearer is larger than its size by `step`, one too large the opposite; `offset` takes out that a piece
 * runs small or large for everybody.
 */
export function wearerOf(
  body: Body,
  past: readonly PastFit[],
  model: { readonly bodySize: BodySize; readonly step: number; offsetOf(item: number): number },
): Wearer {
  const outcomes = new Float64Array(3)
  const bodySize = expectedSize(model.bodySize, body)
  let sum = BODY_WEIGHT * bodySize
  for (const { item, size, outcome } of past) {
    const place = outcomePlace(outcome)
    outcomes[place] = (outcomes[place] ?? 0) + 1
    sum += size - model.offsetOf(item) + model.step * (1 - place)
  }
  return { size: sum / (BODY_WEIGHT + past.length), pieces: past.length, outcomes, bodySize, told: toldShare(body) }
}
