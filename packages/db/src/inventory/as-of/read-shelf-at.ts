import type pg from 'pg'
import { readSeries } from './read-series'

/** What lay on a shelf at a moment, and how far its books had been written by then. */
export type ShelfAt = { readonly onHand: number; readonly version: number }

/**
 * What a count of a past moment is held against: the units that lay there then, also those whose entry was written later,
 * and the version that the books had. A correction above that version overtakes the count.
 */
export const readShelfAt = async (client: pg.ClientBase, recordId: number, at: Date): Promise<ShelfAt> => {
  const [then] = await readSeries(client, recordId, 'effective', [at])
  const [written] = await readSeries(client, recordId, 'recorded', [at])
  return { onHand: then?.onHand ?? 0, version: written?.version ?? 0 }
}
