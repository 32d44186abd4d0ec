import { NEW_WEEKS, type SkuDemand, withoutStockOuts } from '@selvedge/core'
import { type Chance, chanceOf } from './chance'

export const HISTORY_WEEKS = 156
export const HELD_OUT_WEEKS = 6
const STYLES = 480
const GROUPS = ['tops', 'knitwear', 'bottoms', 'outerwear'] as const
const CURVE = [0.06, 0.16, 0.27, 0.26, 0.16, 0.09]

/** A SKU as the shop saw it, and what its buyers really asked for afterwards. */
export type WorldSku = { readonly demand: SkuDemand; readonly heldOut: readonly number[] }

/**
 * Demand by a law the forecaster does not know: log-normal rates that wander (AR(1)) and drift, a season that is noisy from year
 * to year and shifted for every style, promotions that nobody announces, styles that rise and fade on a curve of
 * their own, orders of several pieces, sizes off their category's curve, stock-outs that hide demand, and styles that
 * began weeks ago. History ends at week 156; six more weeks are held out.
 */
export const demandWorld = (seed: number): readonly WorldSku[] => {
  const chance = chanceOf(seed)
  const calendars = GROUPS.map(() => seasonsOf(chance))
  const skus: WorldSku[] = []
  for (let productId = 1; productId <= STYLES; productId += 1) {
    const group = productId % GROUPS.length
    const isNew = chance.next() < 0.25
    const firstWeek = isNew
      ? HISTORY_WEEKS - 1 - Math.floor(chance.next() * (NEW_WEEKS - 1))
      : Math.max(0, Math.floor((chance.next() * 1.6 - 0.6) * (HISTORY_WEEKS - NEW_WEEKS)))
    const rates = ratesOf({ chance, firstWeek, calendar: calendars[group] ?? [], isNew })
    const shares = unevenShares(chance)
    for (const [size, share] of shares.entries()) {
      const wanted = rates.map((rate) => piecesFor(rate * share, chance))
      const past = HISTORY_WEEKS - firstWeek
      const { sold, ranOut } = sell(wanted.slice(0, past), chance)
      skus.push({
        demand: {
          variantId: productId * 10 + size,
          productId,
          group: GROUPS[group] ?? 'tops',
          curveShare: CURVE[size] ?? 0,
          firstWeek,
          units: withoutStockOuts(sold, ranOut),
        },
        heldOut: wanted.slice(past),
      })
    }
  }
  return skus
}

/** Three to four years of a group's season: two humps, of which height and week differ from year to year. */
function seasonsOf(chance: Chance): readonly number[] {
  const summits = [Math.floor(chance.next() * 52), Math.floor(chance.next() * 52)]
  const heights = [0.35 + chance.next() * 0.5, chance.next() * 0.4]
  return Array.from({ length: 4 }, () => ({ late: chance.normal() * 1.2, strong: 1 + 0.2 * chance.normal() })).flatMap(
    ({ late, strong }) =>
      Array.from({ length: 52 }, (_, week) =>
        summits.reduce((index, summit, nth) => {
          const apart = ((week - summit - late + 78) % 52) - 26
          return index + strong * (heights[nth] ?? 0) * Math.exp(-(apart ** 2) / 40)
        }, 0.8),
      ),
  )
}

type Life = { chance: Chance; firstWeek: number; calendar: readonly number[]; isNew: boolean }

/** Units a style would sell a week, from its first one to the last held out. */
function ratesOf({ chance, firstWeek, calendar, isNew }: Life): readonly number[] {
  // From a piece in months to dozens a week.
  const level = Math.exp((isNew ? 2 : 1.6) + 1.2 * chance.normal())
  const drift = 0.004 * chance.normal()
  const fades = chance.next() < 0.35 ? 30 + chance.next() * 90 : Number.POSITIVE_INFINITY
  const shift = Math.round(chance.normal())
  let wander = 0
  let promoted = 0
  return Array.from({ length: HISTORY_WEEKS + HELD_OUT_WEEKS - firstWeek }, (_, age) => {
    wander = 0.88 * wander + 0.13 * chance.normal()
    if (promoted > 0) promoted -= 1
    else if (chance.next() < 0.025) promoted = 1 + Math.floor(chance.next() * 2)
    const launch = 0.55 + 0.9 * (age / 3) * Math.exp(1 - age / 3) * 0.6 + 0.45 * (1 - Math.exp(-age / 8))
    const late = age > fades ? Math.exp(-(age - fades) / 25) : 1
    const season = calendar[Math.max(0, firstWeek + age + shift)] ?? 1
    return level * launch * late * season * Math.exp(wander + drift * age) * (promoted > 0 ? 1.9 : 1)
  })
}

function unevenShares(chance: Chance): readonly number[] {
  const raw = CURVE.map((share) => share * Math.exp(0.3 * chance.normal()))
  const total = raw.reduce((all, share) => all + share, 0)
  return raw.map((share) => share / total)
}

/** Orders come by chance, some of several pieces. */
function piecesFor(rate: number, chance: Chance): number {
  let pieces = 0
  for (let left = chance.poisson(rate / 1.16); left > 0; left -= 1) {
    pieces += 1
    while (chance.next() < 0.14) pieces += 1
  }
  return pieces
}

/** A shelf that is filled every six weeks for what sold lately, now and then too late or too little. */
function sell(wanted: readonly number[], chance: Chance): { sold: number[]; ranOut: boolean[] } {
  const average = wanted.reduce((all, units) => all + units, 0) / Math.max(1, wanted.length)
  let shelf = Math.ceil(average * 8 + 2)
  const ranOut: boolean[] = []
  const sold = wanted.map((units, week) => {
    if (week % 6 === 5 && chance.next() > 0.08) {
      const lately = wanted.slice(Math.max(0, week - 8), week + 1)
      const rate = lately.reduce((all, one) => all + one, 0) / lately.length
      shelf = Math.max(shelf, Math.ceil(rate * 9 + 2))
    }
    const given = Math.min(units, shelf)
    shelf -= given
    ranOut.push(shelf === 0)
    return given
  })
  return { sold, ranOut }
}
