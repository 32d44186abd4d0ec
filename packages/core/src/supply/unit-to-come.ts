import { z } from 'zod'
import { daySchema } from './day'
import { promiseKindSchema } from './views'

/** By which day a unit to come may be promised, and whether it is sold ahead of its arrival or on order. */
export const datedUnitSchema = z.object({ kind: promiseKindSchema, shipsBy: daySchema })
export type DatedUnit = z.infer<typeof datedUnitSchema>

/** The next unit to come of a SKU that may be promised; without a day while nobody names one. */
export const unitToComeSchema = datedUnitSchema.partial({ shipsBy: true })
export type UnitToCome = z.infer<typeof unitToComeSchema>

/**
 * The next unit to come of a SKU, as it is held in memory; undefined where nothing more may be promised, and while its day
 * is not looked up.
 */
export type UnitsToCome = (sku: string) => UnitToCome | undefined
