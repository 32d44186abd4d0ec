import type { Candidate } from '../allocation/candidate'
import type { AllocationGuidance } from '../allocation/ports'
import { availableToSell, type StockRecord } from './state'

/** The records of one SKU, as locked, as allocation sees them. */
export const candidatesOf = (
  { places, receivedAtMs }: AllocationGuidance,
  records: readonly StockRecord[],
): readonly Candidate[] =>
  records.map((record) => {
    const place = places.get(record.locationId)
    const at = receivedAtMs?.get(record.recordId)
    return {
      recordId: record.recordId,
      locationId: record.locationId,
      available: availableToSell(record),
      kept: record.safetyStock,
      ...(place ? { place } : {}),
      ...(at === undefined ? {} : { receivedAtMs: at }),
    }
  })
