import type { WishedPiece } from '@selvedge/core'
import type { CandidateSource, DrawRequest } from '../source'
import { isInMask } from '../stock-bits'

/** Wishes that are looked at, newest first. */
const LOOKED_AT = 60

/** What of a wish came true, in one number for the reason: a size that is back, or what is off the price now. */
const backOf = (variant: number): number => variant * 2
const offOf = (share: number): number => Math.round(share * 100) * 2 + 1
/** The variant that is back; -1 where the price is what changed. */
export const backVariant = (evidence: number): number => (evidence % 2 === 0 ? evidence / 2 : -1)
export const percentOff = (evidence: number): number => (evidence - 1) / 2

/**
 * Pieces that were saved or waited for and have come back in the size since, or cost less now; what came true last first.
 * Not beside a piece, and not what is in the bag already.
 */
export const wishedSource: CandidateSource = {
  name: 'wished',
  draw: (request, pool, quota) => {
    const { wished = [] } = request.shopper.shopper
    if (request.anchor >= 0 || wished.length === 0) return
    const cameTrue = wished.slice(0, LOOKED_AT).flatMap((wish) => cameTrueOf(request, wish) ?? [])
    cameTrue.sort((a, b) => b.atMs - a.atMs || a.place - b.place)
    let taken = 0
    for (const { place, evidence } of cameTrue) {
      if (taken < quota && pool.offer(place, 1 / (1 + taken / 10), evidence)) taken++
    }
  },
}

function cameTrueOf(request: DrawRequest, wish: WishedPiece) {
  const { table, facts, shopper } = request
  const place = table.placeOf(wish.productId)
  if (place < 0 || shopper.recent.some((one) => one.place === place && one.kind === 'in-bag')) return undefined
  const variant = lastBack(request, place, wish)
  const backAtMs = variant < 0 ? 0 : (facts.backAtMs[variant] ?? 0)
  const markedAtMs = (facts.markedOff[place] ?? 0) >= 0.01 ? (facts.markedAtMs[place] ?? 0) : 0
  if (backAtMs > wish.atMs && backAtMs >= markedAtMs) return { place, atMs: backAtMs, evidence: backOf(variant) }
  if (markedAtMs <= wish.atMs) return undefined
  return { place, atMs: markedAtMs, evidence: offOf(facts.markedOff[place] ?? 0) }
}

/** The variant in a size of the shopper's, or the one waited for, that came back last and can be bought; -1 for none. */
function lastBack({ table, bits, facts, shopper }: DrawRequest, place: number, { sku }: WishedPiece): number {
  const { variants } = table
  const mine = shopper.sizeMasks[table.category[place] ?? 0]
  const awaited = sku === undefined ? -1 : (variants.bySku.get(sku) ?? -1)
  let [found, last] = [-1, 0]
  for (let variant = variants.from[place] ?? 0; variant < (variants.from[place + 1] ?? 0); variant++) {
    const atMs = facts.backAtMs[variant] ?? 0
    if (atMs <= last || (awaited >= 0 && variant !== awaited)) continue
    const size = variants.sizeCode[variant] ?? 0
    const isMine = awaited >= 0 || mine === undefined || isInMask(mine, size)
    if (isMine && bits.hasSize(place, size)) [found, last] = [variant, atMs]
  }
  return found
}
