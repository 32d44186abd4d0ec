import { availableInFuture, availableToSell, type StockRecord } from './state'

/** Units to take from one record; `futureUnits` of them from its supply to come. */
export type ChosenRecord = { readonly record: StockRecord; readonly units: number; readonly futureUnits: number }

/**
 * Where the units come from: the first location that has them all, else split in order of preference. What is missing
 * then comes from supply, where that is allowed, in the same order. Empty when there is not enough.
 */
export const chooseRecords = (
  records: readonly StockRecord[],
  units: number,
  allowFuture = false,
): readonly ChosenRecord[] => {
  const whole = records.find((record) => availableToSell(record) >= units)
  if (whole) return [{ record: whole, units, futureUnits: 0 }]
  let missing = units
  const stock = records.map((record) => {
    const taken = Math.min(missing, availableToSell(record))
    missing -= taken
    return { record, taken }
  })
  const chosen = stock.map(({ record, taken }) => {
    const futureUnits = allowFuture ? Math.min(missing, availableInFuture(record)) : 0
    missing -= futureUnits
    return { record, units: taken + futureUnits, futureUnits }
  })
  return missing === 0 ? chosen.filter((part) => part.units > 0) : []
}
