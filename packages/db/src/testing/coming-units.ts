import { addDays, availableInFuture, type Day, type StockRecord } from '@selvedge/core'
import type { Pool } from 'pg'
import { queueOfRecord } from '../supply/queue-of-record'
import { readWaiting } from '../supply/read-waiting'

/**
 * What is on its way to these records as shipments and allowances stand now, against which a level of any moment can be
 * held: what is owed beyond the shelf is taken from what leaves first.
 */
export async function readComing(pool: Pool, records: readonly StockRecord[]) {
  const waiting = await readWaiting(
    pool,
    records.map(({ recordId }) => recordId),
  )
  const supplies = new Map(records.map((record) => [record.recordId, queueOfRecord(record, waiting)]))
  /** Units that can leave by a day. */
  const comingBy = (recordId: number, day: Day): number => {
    const coming = supplies.get(recordId)
    if (coming === undefined) return 0
    const { supply, backorderDays } = coming
    const announced = supply.lines.filter(({ isOverdue, shipsOn }) => !isOverdue && shipsOn <= day)
    const replenished = addDays(waiting.today, backorderDays) <= day ? supply.backorderUnits : 0
    return announced.reduce((sum, { outstanding }) => sum + outstanding, replenished)
  }
  return {
    /** Whether a unit to come of the level may be promised by a day. */
    isFreeBy: (level: StockRecord, day: Day): boolean =>
      availableInFuture(level) > 0 && owedUnits(level) < comingBy(level.recordId, day),
  }
}

/** Units that buyers and bags wait for, beyond what is on the shelf. */
const owedUnits = ({ allocated, reserved, unavailable, onHand }: StockRecord): number =>
  Math.max(0, allocated + reserved + unavailable - onHand)
