import { parseArgs } from 'node:util'
import { type Moment, TIME_AXES } from '@selvedge/core'
import { z } from 'zod'

export const USAGE = `Usage: pnpm inventory verify
       pnpm inventory rebuild
       pnpm inventory as-of (--record ID | --sku SKU | --location CODE | --shop)
           [--at TIME] [--axis recorded|effective] [--diff TIME] [--why FIGURE]
TIME is ISO 8601, as 2026-11-25 or 2026-11-25T16:00:00Z; now when it is left out. FIGURE is onHand, reserved, allocated,
unavailable, short, oversellCap or safetyStock, and needs --record.`

const FIGURES = ['onHand', 'reserved', 'allocated', 'unavailable', 'short', 'oversellCap', 'safetyStock'] as const

const time = (name: string) => z.coerce.date({ error: `--${name} is no time: write it as 2026-11-25T16:00:00Z.` })
const asOfSchema = z.object({
  record: z.coerce
    .number({ error: '--record has to be the number of a record.' })
    .int('--record has to be the number of a record.')
    .min(1, '--record has to be the number of a record.')
    .max(2_147_483_647, '--record has to be the number of a record.')
    .optional(),
  sku: z.string().min(1).optional(),
  location: z.string().min(1).optional(),
  shop: z.boolean().default(false),
  at: time('at').optional(),
  diff: time('diff').optional(),
  axis: z.enum(TIME_AXES, { error: `--axis has to be ${TIME_AXES.join(' or ')}.` }).default('recorded'),
  why: z.enum(FIGURES, { error: `--why has to be one of ${FIGURES.join(', ')}.` }).optional(),
})

export type Subject =
  | { readonly kind: 'record'; readonly recordId: number }
  | { readonly kind: 'sku'; readonly sku: string }
  | { readonly kind: 'location'; readonly code: string }
  | { readonly kind: 'shop' }

export type AsOfArguments = {
  readonly subject: Subject
  readonly moment: Moment
  /** The other moment, on the same axis. */
  readonly diff: Moment | undefined
  readonly why: (typeof FIGURES)[number] | undefined
}

export type ToolArguments =
  | { readonly command: 'verify' }
  | { readonly command: 'rebuild' }
  | ({ readonly command: 'as-of' } & AsOfArguments)

const asOf = (args: readonly string[], now: Date): AsOfArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      record: { type: 'string' },
      sku: { type: 'string' },
      location: { type: 'string' },
      shop: { type: 'boolean' },
      at: { type: 'string' },
      diff: { type: 'string' },
      axis: { type: 'string' },
      why: { type: 'string' },
    },
  })
  const parsed = asOfSchema.safeParse(values)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join(' '))
  const { record, sku, location, shop, at, diff, axis, why } = parsed.data
  const subjects: Subject[] = [
    ...(record === undefined ? [] : [{ kind: 'record', recordId: record } as const]),
    ...(sku === undefined ? [] : [{ kind: 'sku', sku } as const]),
    ...(location === undefined ? [] : [{ kind: 'location', code: location } as const]),
    ...(shop ? [{ kind: 'shop' } as const] : []),
  ]
  const [subject] = subjects
  if (!subject || subjects.length > 1) throw new Error('as-of wants one of --record, --sku, --location and --shop.')
  if (why && subject.kind !== 'record') throw new Error('--why explains a figure of one --record.')
  return { subject, moment: { at: at ?? now, axis }, diff: diff ? { at: diff, axis } : undefined, why }
}

/** Reads the command line; throws an Error with one line for a person when it makes no sense. */
export const parseToolArguments = (args: readonly string[], now: Date): ToolArguments => {
  const [command, ...rest] = args.filter((arg) => arg !== '--')
  switch (command) {
    case 'verify':
    case 'rebuild':
      if (rest.length > 0) throw new Error(`${command} takes no options: ${rest.join(' ')}`)
      return { command }
    case 'as-of':
      return { command, ...asOf(rest, now) }
    default:
      throw new Error(
        command === undefined ? 'Which one: verify, rebuild or as-of?' : `There is no command ${command}.`,
      )
  }
}
