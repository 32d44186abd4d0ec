import type { Origin } from '../origin'
import type { SafetyOverrides } from '../safety/ports'
import type { StockEngine, StockReader } from './ports'
import type { AdjustReason } from './record-commands'
import type { StockRecord } from './state'

/** Figures a person may set in a grid: the shelf's, by an adjustment, and what is kept from selling. */
export const EDITABLE_FIGURES = ['onHand', 'safetyStock'] as const
export type EditableFigure = (typeof EDITABLE_FIGURES)[number]

/** One cell: what the person saw there and what they want there instead. */
export type CellEdit = {
  readonly recordId: number
  readonly variantId: number
  readonly figure: EditableFigure
  readonly seen: number
  readonly value: number
}

/** What became of a cell. `conflict`: somebody else changed the figure meanwhile; nothing was written. */
export type CellOutcome = {
  readonly recordId: number
  readonly figure: EditableFigure
  readonly outcome: 'saved' | 'conflict' | 'unknown'
  /** The record's figure and version as they are now; absent when there is no such record. */
  readonly current?: number
  readonly version?: number
}

export type EditBatch = {
  /** Made by the client: the same batch sent again writes nothing twice. */
  readonly batchId: string
  readonly origin: Origin
  readonly reason: AdjustReason
  readonly note?: string
  readonly cells: readonly CellEdit[]
}

type Deps = {
  readonly stock: Pick<StockEngine, 'execute'>
  readonly stockReader: Pick<StockReader, 'levels'>
  /** A number set by hand is the record's own: its place's rule does not undo it. */
  readonly safety: SafetyOverrides
}

const TRIES = 5

/**
 * Writes a batch of cells, each on its own, so that one conflict keeps nobody else's figure back. Holds and sales move a
 * record's version all day without moving its shelf: a cell stands while its figure is the one that was seen, and is
 * then written against the very version it was compared at.
 */
export const createStockEditor = ({ stock, stockReader, safety }: Deps) => {
  const write = async (batch: EditBatch, cell: CellEdit, level: StockRecord): Promise<boolean> => {
    const { recordId, variantId, figure, seen, value } = cell
    const told = { origin: batch.origin, cause: { type: 'adjustment', id: batch.batchId } } as const
    if (figure === 'safetyStock') {
      return safety.set({ ...told, recordId, variantId, units: value, reason: batch.reason })
    }
    const observation = {
      recordId,
      variantId,
      type: 'Adjusted',
      quantity: value - seen,
      reason: batch.reason,
      ...(batch.note === undefined ? {} : { note: batch.note }),
      expectedVersion: level.version,
      dedupeKey: `edit:${batch.batchId}`,
    } as const
    return (await stock.execute({ kind: 'observe', ...told, observations: [observation] })).ok
  }

  const editOne = async (batch: EditBatch, cell: CellEdit, first: StockRecord | undefined): Promise<CellOutcome> => {
    const { recordId, figure } = cell
    let level = first
    for (let tried = 0; tried < TRIES && level; tried += 1) {
      const stands = level[figure] === cell.seen
      const isThere = level[figure] === cell.value
      if (!stands && !isThere) break
      const written = isThere || (await write(batch, cell, level))
      level = (await stockReader.levels([recordId]))[0]
      if (written && level)
        return { recordId, figure, outcome: 'saved', current: level[figure], version: level.version }
    }
    return level
      ? { recordId, figure, outcome: 'conflict', current: level[figure], version: level.version }
      : { recordId, figure, outcome: 'unknown' }
  }

  return {
    edit: async (batch: EditBatch): Promise<readonly CellOutcome[]> => {
      const levels = await stockReader.levels([...new Set(batch.cells.map(({ recordId }) => recordId))])
      const known = new Map(levels.map((level) => [level.recordId, level]))
      return Promise.all(batch.cells.map((cell) => editOne(batch, cell, known.get(cell.recordId))))
    },
  }
}
export type StockEditor = ReturnType<typeof createStockEditor>
