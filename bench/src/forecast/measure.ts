import { calibrate, DEMAND_CLASSES, type DemandClass, forecastAll, intervalOf, stretched } from '@selvedge/core'
import { demandWorld, HELD_OUT_WEEKS } from './demand-world'

/** Sums over the SKUs of a class; errors in units. */
export type ClassFigures = {
  skus: number
  units: number
  /** Of the held-out weeks together. */
  error: number
  naiveError: number
  meanError: number
  /** Of single weeks. */
  weekError: number
  weekNaiveError: number
  scale: number
  insideTotal: number
  toldTotal: number
  insideWeek: number
  toldWeek: number
  /** Weekly errors by the in-sample error of the naive forecast, one a SKU. */
  scaled: number[]
  bias: number
}

const none = (): ClassFigures => ({
  skus: 0,
  units: 0,
  error: 0,
  naiveError: 0,
  meanError: 0,
  weekError: 0,
  weekNaiveError: 0,
  scale: 0,
  insideTotal: 0,
  toldTotal: 0,
  insideWeek: 0,
  toldWeek: 0,
  scaled: [],
  bias: 0,
})
const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const within = (value: number, { low, high }: { low: number; high: number }): number =>
  value >= low && value <= high ? 1 : 0

/** Forecasts one world from the shop's own knowledge and holds it against what was really asked for. */
export const measureWorld = (seed: number): Readonly<Record<DemandClass, ClassFigures>> => {
  const figures: Record<DemandClass, ClassFigures> = { slow: none(), fast: none(), new: none() }
  const world = demandWorld(seed)
  const skus = world.map((one) => one.demand)
  const calibration = calibrate(skus, HELD_OUT_WEEKS)
  for (const [nth, { sku, ahead }] of forecastAll(skus, HELD_OUT_WEEKS).entries()) {
    const came = world[nth]?.heldOut ?? []
    const past = sku.units.filter((units) => units !== undefined)
    const last = past.at(-1) ?? 0
    const all = total(came)
    const of = figures[ahead.demandClass]
    of.skus += 1
    of.units += all
    of.bias += total(ahead.weekly) - all
    of.error += Math.abs(total(ahead.weekly) - all)
    of.naiveError += Math.abs(last * HELD_OUT_WEEKS - all)
    const recent = past.slice(-13)
    of.meanError += Math.abs((total(recent) / Math.max(1, recent.length)) * HELD_OUT_WEEKS - all)
    const naiveSteps = past.slice(1).map((units, week) => Math.abs(units - (past[week] ?? 0)))
    const scale = total(naiveSteps) / Math.max(1, naiveSteps.length)
    const weeklyError = total(came.map((units, week) => Math.abs(units - (ahead.weekly[week] ?? 0)))) / HELD_OUT_WEEKS
    if (scale > 0) of.scaled.push(weeklyError / scale)
    of.weekError += weeklyError
    of.weekNaiveError += total(came.map((units) => Math.abs(units - last))) / HELD_OUT_WEEKS
    of.scale += scale
    const { week, total: wide } = calibration[ahead.demandClass]
    of.toldTotal += 1
    of.insideTotal += within(all, intervalOf(stretched(ahead.total(HELD_OUT_WEEKS), wide)))
    for (const [index, units] of came.entries()) {
      of.toldWeek += 1
      of.insideWeek += within(units, intervalOf(stretched(ahead.week(index + 1), week)))
    }
  }
  return figures
}

/** Worlds added up. */
export const added = (
  worlds: readonly Readonly<Record<DemandClass, ClassFigures>>[],
): Readonly<Record<DemandClass, ClassFigures>> => {
  const sums: Record<DemandClass, ClassFigures> = { slow: none(), fast: none(), new: none() }
  for (const world of worlds) {
    for (const name of DEMAND_CLASSES) {
      const [sum, one] = [sums[name], world[name]]
      sum.skus += one.skus
      sum.units += one.units
      sum.error += one.error
      sum.naiveError += one.naiveError
      sum.meanError += one.meanError
      sum.weekError += one.weekError
      sum.weekNaiveError += one.weekNaiveError
      sum.scale += one.scale
      sum.insideTotal += one.insideTotal
      sum.toldTotal += one.toldTotal
      sum.insideWeek += one.insideWeek
      sum.toldWeek += one.toldWeek
      sum.bias += one.bias
      sum.scaled.push(...one.scaled)
    }
  }
  return sums
}
