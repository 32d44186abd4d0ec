import { reject } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'
import {
  changesInput,
  explanationSchema,
  recordAsOfSchema,
  recordMomentInput,
  recordsInput,
  stateWithIncomingSchema,
  timelineInput,
  timelineSchema,
  totalsSchema,
  whyInput,
} from './history-schemas'

/** Moments spread evenly over a span, its ends included. */
const spread = (from: Date, to: Date, points: number): Date[] =>
  Array.from(
    { length: points },
    (_, n) => new Date(Math.round(from.getTime() + (n / (points - 1)) * (to.getTime() - from.getTime()))),
  )

/** `admin.history.*`: the past of the stock, by recorded or by effective time. Reads only. */
export const historyRouter = router({
  timeline: staffProcedure
    .input(timelineInput)
    .output(timelineSchema)
    .query(async ({ ctx, input: { recordId, axis, from, to, points } }) => {
      const span = await ctx.services.stockHistory.span(recordId)
      if (!span) return orThrow(reject({ code: 'UNKNOWN_RECORD', recordId }))
      const moments = spread(from ?? span.firstAt, to ?? span.nowAt, points)
      const { series, incoming } = ctx.services.stockHistory
      const [states, units] = await Promise.all([series(recordId, axis, moments), incoming(recordId, axis, moments)])
      return {
        firstAt: span.firstAt,
        nowAt: span.nowAt,
        points: states.flatMap((state, n) =>
          moments[n] ? [{ ...state, incoming: units[n] ?? 0, at: moments[n] }] : [],
        ),
      }
    }),

  record: staffProcedure
    .input(recordMomentInput)
    .output(stateWithIncomingSchema)
    .query(async ({ ctx, input: { recordId, moment } }) => {
      const [state, [incoming = 0]] = await Promise.all([
        ctx.services.stockHistory.record(recordId, moment),
        ctx.services.stockHistory.incoming(recordId, moment.axis, [moment.at]),
      ])
      return { ...state, incoming }
    }),

  why: staffProcedure
    .input(whyInput)
    .output(explanationSchema)
    .query(async ({ ctx, input: { recordId, figure, moment, ...page } }) => {
      const { value, terms, entries } = await ctx.services.stockHistory.why(recordId, figure, moment, page)
      return { value, terms: [...terms], entries: [...entries] }
    }),

  records: staffProcedure
    .input(recordsInput)
    .output(z.object({ rows: z.array(recordAsOfSchema), nextAfterRecordId: z.int().nullable() }))
    .query(async ({ ctx, input: { scope, moment, ...page } }) => {
      const rows = [...(await ctx.services.stockHistory.records(scope, moment, page))]
      return { rows, nextAfterRecordId: rows.length === page.limit ? (rows.at(-1)?.recordId ?? null) : null }
    }),

  totals: staffProcedure
    .input(recordsInput.pick({ scope: true, moment: true }))
    .output(totalsSchema)
    .query(({ ctx, input: { scope, moment } }) => ctx.services.stockHistory.totals(scope, moment)),

  changes: staffProcedure
    .input(changesInput)
    .output(
      z.object({
        rows: z.array(z.object({ before: recordAsOfSchema, after: recordAsOfSchema })),
        nextAfterRecordId: z.int().nullable(),
      }),
    )
    .query(async ({ ctx, input: { scope, from, to, ...page } }) => {
      const rows = [...(await ctx.services.stockHistory.changes(scope, from, to, page))]
      return { rows, nextAfterRecordId: rows.length === page.limit ? (rows.at(-1)?.after.recordId ?? null) : null }
    }),
})
