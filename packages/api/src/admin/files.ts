import { FILE_ENCODINGS, FILE_KINDS, FILE_STATES, type FileRefusal, ROW_PROBLEMS } from '@selvedge/core'
import { z } from 'zod'
import { orThrow } from '../reject'
import { router, staffProcedure } from '../trpc'

const columns = z.array(z.string())
const refusalSchema: z.ZodType<FileRefusal> = z.union([
  z.object({ code: z.enum(['HEADER_MISSING']), columns }),
  z.object({ code: z.enum(['HEADER_UNKNOWN']), columns }),
  z.object({ code: z.enum(['HEADER_REPEATED']), columns }),
  z.object({ code: z.enum(['EMPTY', 'NOT_TEXT', 'UNKNOWN_ENCODING']) }),
  z.object({ code: z.literal('TOO_MANY_ROWS'), limit: z.int() }),
  z.object({ code: z.literal('TOO_LARGE'), limitBytes: z.int() }),
])
const jobSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  state: z.enum(FILE_STATES),
  refusal: refusalSchema.exactOptional(),
  bytes: z.number(),
  encoding: z.enum(FILE_ENCODINGS).exactOptional(),
  delimiter: z.string().exactOptional(),
  expectedRows: z.int(),
  rows: z.int(),
  goodRows: z.int(),
  badRows: z.int(),
  doneRows: z.int(),
  changedRows: z.int(),
  supersededRows: z.int(),
  skipsBadRows: z.boolean(),
  createdAt: z.date(),
  finishedAt: z.date().exactOptional(),
})
const problemSchema = z.object({
  no: z.int(),
  line: z.int(),
  column: z.int(),
  name: z.string().exactOptional(),
  code: z.enum(ROW_PROBLEMS),
  value: z.string().exactOptional(),
})
const idInput = z.strictObject({ fileId: z.uuid() })
const doneSchema = z.object({ fileId: z.string() })
const PROBLEMS_SHOWN = 100

/** `admin.files.*`: files of stock, counts and shipments. Their bytes go by `/api/admin/files`. */
export const filesRouter = router({
  list: staffProcedure.output(z.array(jobSchema)).query(async ({ ctx }) => [...(await ctx.services.files.jobs())]),

  /** The first problems; all of them are a download. */
  problems: staffProcedure
    .input(idInput)
    .output(z.array(problemSchema))
    .query(async ({ ctx, input }) => [
      ...(await ctx.services.files.problems(input.fileId, { afterNo: 0, limit: PROBLEMS_SHOWN })),
    ]),

  applyRows: staffProcedure
    .input(idInput.extend({ skipBadRows: z.boolean() }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.files.apply(input.fileId, input.skipBadRows))),

  drop: staffProcedure
    .input(idInput)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.files.drop(input.fileId))),

  /** `day` is the asker's, for the name of the file. */
  beginExport: staffProcedure
    .input(
      z.strictObject({
        kind: z.enum(FILE_KINDS),
        location: z.string().min(1).max(32).exactOptional(),
        day: z.iso.date(),
      }),
    )
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => orThrow(await ctx.services.files.beginExport(input, ctx.origin))),
})
