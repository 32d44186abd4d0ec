import { LISTING_PAGE_SIZE } from '@selvedge/core'
import type { CompiledRules } from './compiled-rules'
import type { EngineState } from './recommend'

/** A row of a list and its place in the table; -1 where the table does not know it. */
type Listed = { readonly row: number; readonly place: number }

/**
 * What rules say of a list that was asked for, where nothing may be left out: an excluded piece stands behind all
 * others, a brand has no more than its cap on a page while others can fill it, and a pin stands where it is pinned if it
 * can be bought.
 */
export function ruledOrder(
  { bits, table }: Pick<EngineState, 'bits' | 'table'>,
  rules: CompiledRules,
  rows: readonly Listed[],
): readonly Listed[] {
  const isOut = ({ place }: Listed): boolean => rules.excluded[place] === 1
  const shown = rows.filter((one) => !isOut(one))
  const positions = new Map<number, number>()
  for (const { place, position } of rules.pins) {
    if (bits.units(place) > 0 && !positions.has(place)) positions.set(place, position)
  }
  const pinned = shown.filter(({ place }) => positions.has(place))
  const brandOf = ({ place }: Listed): number => (place < 0 ? -1 : (table.brand[place] ?? 0))
  const capOf = (brand: number): number => rules.brandCaps[brand] ?? Number.POSITIVE_INFINITY
  const slots = slotsOf(pinned, positions)
  const inOrder = filled(
    shown.filter(({ place }) => !positions.has(place)),
    slots,
    shown.length,
    (page) => {
      const taken = new Map<number, number>()
      const take = (one: Listed): void => void taken.set(brandOf(one), (taken.get(brandOf(one)) ?? 0) + 1)
      for (const [at, one] of slots) if (Math.floor(at / LISTING_PAGE_SIZE) === page) take(one)
      return { allows: (one) => (taken.get(brandOf(one)) ?? 0) < capOf(brandOf(one)), take }
    },
  )
  return [...inOrder, ...rows.filter(isOut)]
}

/** Each pin at its place, or the next that is free and there. */
function slotsOf(pinned: readonly Listed[], positions: ReadonlyMap<number, number>): ReadonlyMap<number, Listed> {
  const slots = new Map<number, Listed>()
  const wanted = ({ place }: Listed): number => positions.get(place) ?? 0
  for (const one of [...pinned].sort((a, b) => wanted(a) - wanted(b))) {
    let at = wanted(one)
    while (slots.has(at)) at++
    slots.set(at, one)
  }
  return slots
}

type PageCaps = { allows(one: Listed): boolean; take(one: Listed): void }

/** The list from slots and the rest in order; what a page's caps refuse waits for the next page that has room for it. */
function filled(
  rest: readonly Listed[],
  slots: ReadonlyMap<number, Listed>,
  length: number,
  capsOf: (page: number) => PageCaps,
): readonly Listed[] {
  const waiting = [...rest]
  const pins = new Map(slots)
  const list: Listed[] = []
  let caps = capsOf(0)
  while (list.length < length) {
    const at = list.length
    if (at % LISTING_PAGE_SIZE === 0) caps = capsOf(at / LISTING_PAGE_SIZE)
    // Past the last piece a pin's place may never be reached: it is then the end of the list.
    const pin = pins.get(at) ?? (waiting.length === 0 ? pins.values().next().value : undefined)
    if (pin) {
      for (const [slot, one] of pins) if (one === pin) pins.delete(slot)
      list.push(pin)
      continue
    }
    const allowed = waiting.findIndex(caps.allows)
    const [next] = waiting.splice(Math.max(0, allowed), 1)
    if (next === undefined) break
    caps.take(next)
    list.push(next)
  }
  return list
}
