import { EMPTY_STOCK, filteredTotalsSchema, reject, stockFilterSchema } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import { balanceEntries } from './balance-entries'
import {
  adjustInput,
  balancedEntrySchema,
  editAnswerSchema,
  editInput,
  gridInput,
  gridPagesInput,
  gridPagesSchema,
  gridRowSchema,
  ledgerInput,
  levelSchema,
  levelsInput,
  locationSchema,
  recentEntrySchema,
  recentInput,
  recordInput,
  stockStateSchema,
} from './stock-schemas'

/** `admin.stock.*`: variant x location, its ledger, and the one way to change it by hand. */
export const stockRouter = router({
  grid: staffProcedure
    .input(gridInput)
    .output(z.object({ rows: z.array(gridRowSchema), nextAfterRecordId: z.int().nullable() }))
    .query(async ({ ctx, input }) => {
      const rows = [...(await ctx.services.stockReader.grid(input))]
      return { rows, nextAfterRecordId: rows.length === input.limit ? (rows.at(-1)?.recordId ?? null) : null }
    }),

  pages: staffProcedure
    .input(gridPagesInput)
    .output(gridPagesSchema)
    .query(async ({ ctx, input: { rows, ...filter } }) => {
      const { records, firstIds } = await ctx.services.stockReader.pages(filter, rows)
      return { records, firstIds: [...firstIds] }
    }),

  totals: staffProcedure
    .input(stockFilterSchema)
    .output(filteredTotalsSchema)
    .query(({ ctx, input }) => ctx.services.stockReader.totals(input)),

  sizes: staffProcedure
    .output(z.array(z.string()))
    .query(async ({ ctx }) => [...(await ctx.services.stockReader.sizes())]),

  levels: staffProcedure
    .input(levelsInput)
    .output(z.array(levelSchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.stockReader.levels(input.recordIds))]),

  locations: staffProcedure
    .output(z.array(locationSchema))
    .query(async ({ ctx }) => [...(await ctx.services.stockReader.locations())]),

  record: staffProcedure
    .input(recordInput)
    .output(gridRowSchema)
    .query(async ({ ctx, input }) => {
      const row = await ctx.services.stockReader.record(input.recordId)
      return row ?? orThrow(reject({ code: 'UNKNOWN_RECORD', recordId: input.recordId }))
    }),

  ledger: staffProcedure
    .input(ledgerInput)
    .output(z.object({ entries: z.array(balancedEntrySchema), nextBeforeVersion: z.int().nullable() }))
    .query(async ({ ctx, input: { recordId, ...page } }) => {
      const entries = await ctx.services.stockReader.ledger(recordId, page)
      const oldest = entries.at(-1)?.version ?? 1
      const before = oldest > 1 ? await ctx.services.stockReader.balanceBefore(recordId, oldest) : EMPTY_STOCK
      return { entries: balanceEntries(before, entries), nextBeforeVersion: oldest > 1 ? oldest : null }
    }),

  recent: staffProcedure
    .input(recentInput)
    .output(z.array(recentEntrySchema))
    .query(async ({ ctx, input }) => [...(await ctx.services.stockReader.recent(input.limit))]),

  /** A batch of cells of the grid, each held against what was seen there; conflicts are answered, never overwritten. */
  edit: staffProcedure
    .input(editInput)
    .output(editAnswerSchema)
    .mutation(async ({ ctx, input: { note, ...batch } }) => {
      const noted = note === undefined ? {} : { note }
      return [...(await ctx.services.stockEditor.edit({ ...batch, ...noted, origin: ctx.origin }))]
    }),

  adjust: staffProcedure
    .input(adjustInput)
    .output(stockStateSchema)
    .mutation(async ({ ctx, input: { note, happenedAt, ...change } }) => {
      const cause = { type: 'adjustment', id: ctx.origin.correlationId } as const
      const told = { ...(note === undefined ? {} : { note }), ...(happenedAt ? { effectiveAt: happenedAt } : {}) }
      const command = { kind: 'adjust', origin: ctx.origin, cause, ...change, ...told } as const
      // The engine writes against this very version: what is read of it is what stood before.
      const [level] = await ctx.services.stockReader.levels([change.recordId])
      const { answer } = orThrow(await ctx.services.stock.execute(command))
      if (level?.version === change.expectedVersion) ctx.stoodBefore({ onHand: level.onHand })
      return answer
    }),
})
