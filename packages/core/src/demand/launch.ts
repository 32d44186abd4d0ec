import { mean, seenWeeks, spread, sum, type WeeklySeries } from './weekly-series'

/** How the styles of a kind began. */
export type LaunchCurve = {
  /** Mean units a style sold in its first, second … week on sale. */
  readonly weekly: readonly number[]
  /** How alike they were: 1 / squared coefficient of variation of what they sold; small where hits and duds lie far apart. */
  readonly alikeness: number
}

export const LAUNCH_WEEKS = 26
/** Weeks in which a style shows how strong it is. */
const SHOWING_WEEKS = 8
const ALIKENESS = { from: 0.2, to: 5, unknown: 0.5 }
const REACH = 2

/** From styles whose beginning was seen, each from its first week on; smoothed over two weeks to both sides. */
export const launchCurve = (styles: readonly WeeklySeries[]): LaunchCurve => {
  const raw = Array.from({ length: LAUNCH_WEEKS }, (_, age) => {
    const units = styles.flatMap((style) => style[age] ?? [])
    return units.length === 0 ? undefined : mean(units)
  })
  // The first weeks are steep: what lies beside them is not what they are.
  const weekly = raw.map((_, age) => {
    const reach = Math.min(age, REACH)
    return mean(raw.slice(age - reach, age + reach + 1).filter((units) => units !== undefined))
  })
  return { weekly, alikeness: alikenessOf(styles) }
}

/** By moments, the Poisson share of the spread taken out. */
function alikenessOf(styles: readonly WeeklySeries[]): number {
  const units = styles.map((style) => mean(seenWeeks(style.slice(0, SHOWING_WEEKS))) * SHOWING_WEEKS)
  const average = mean(units)
  if (styles.length < 5 || average === 0) return ALIKENESS.unknown
  const between = Math.max(0, spread(units, average) - average)
  return Math.min(ALIKENESS.to, Math.max(ALIKENESS.from, average ** 2 / Math.max(between, 1e-9)))
}

/** Of week `age` (0 is the first) on; past its end a curve goes on as it ended. */
export const launchedUnits = ({ weekly }: LaunchCurve, age: number): number =>
  weekly[Math.min(age, weekly.length - 1)] ?? 0

/**
 * How a young style does against its peers at the same age, 1 as they do, and the squared relative error of saying so.
 * Gamma posterior (Gelman et al., "Bayesian Data Analysis", 2.6): the prior has mean 1 and the peers' alikeness as
 * shape, the style's units are Poisson around their curve. So a style nobody has seen yet sells as its peers did, and
 * its own weeks take over as they come.
 */
export const launchStrength = (curve: LaunchCurve, own: WeeklySeries): { strength: number; relative: number } => {
  const expected = sum(own.map((units, age) => (units === undefined ? 0 : launchedUnits(curve, age))))
  const sold = sum(own.map((units) => units ?? 0))
  const shape = curve.alikeness + sold
  return { strength: shape / (curve.alikeness + expected), relative: 1 / shape }
}
