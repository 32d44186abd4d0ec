import {
  ADJUST_REASONS,
  CAUSE_TYPES,
  EDITABLE_FIGURES,
  RESERVATION_STATES,
  STOCK_EVENT_TYPES,
  stockFilterSchema,
} from '@selvedge/core'
import { z } from 'zod'
import { happenedAtSchema } from './happened-at'

/** Ids are PostgreSQL integers. */
export const idSchema = z.int().min(1).max(2_147_483_647)
const DELTA_MAX = 100_000
const UNITS_MAX = 1_000_000

export const stockStateSchema = z.object({
  version: z.int(),
  onHand: z.int(),
  reserved: z.int(),
  allocated: z.int(),
  unavailable: z.int(),
  short: z.int(),
  oversellCap: z.int(),
  safetyStock: z.int(),
})

export const levelSchema = stockStateSchema.extend({
  recordId: z.int(),
  variantId: z.int(),
  locationId: z.int(),
  available: z.int(),
  incoming: z.int(),
})
export const gridRowSchema = levelSchema.extend({
  sku: z.string(),
  productTitle: z.string(),
  brand: z.string(),
  colour: z.string(),
  size: z.string(),
  locationCode: z.string(),
  expectedOn: z.date().exactOptional(),
})
export const locationSchema = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string(),
  sellsOnline: z.boolean(),
})

export const ledgerEntrySchema = z.object({
  recordId: z.int(),
  version: z.int(),
  type: z.enum(STOCK_EVENT_TYPES),
  quantity: z.int(),
  actor: z.string(),
  actorName: z.string().exactOptional(),
  orderNumber: z.string().exactOptional(),
  causeName: z.string().exactOptional(),
  correlationId: z.string(),
  reservationId: z.string().exactOptional(),
  expiresAt: z.date().exactOptional(),
  reason: z.string().exactOptional(),
  note: z.string().exactOptional(),
  cause: z.object({ type: z.enum(CAUSE_TYPES), id: z.string() }).exactOptional(),
  recordedAt: z.date(),
  effectiveAt: z.date(),
})
/** `after` is the fold up to and with this entry. */
export const balancedEntrySchema = ledgerEntrySchema.extend({ after: stockStateSchema })
export const recentEntrySchema = ledgerEntrySchema.extend({
  sku: z.string(),
  productTitle: z.string(),
  locationCode: z.string(),
})

export const heldReservationSchema = z.object({
  reservationId: z.string(),
  variantId: z.int(),
  units: z.int(),
  state: z.enum(RESERVATION_STATES),
  expiresAt: z.date(),
  extendable: z.boolean(),
  parts: z.array(z.object({ recordId: z.int(), units: z.int(), locationCode: z.string() })),
  cartId: z.string(),
  sku: z.string(),
  heldAt: z.date(),
  resolution: z.string().exactOptional(),
  productTitle: z.string(),
  colour: z.string(),
  size: z.string(),
})

export const gridInput = z.strictObject({
  ...stockFilterSchema.shape,
  afterRecordId: idSchema.exactOptional(),
  beforeRecordId: idSchema.exactOptional(),
  limit: z.int().min(1).max(200),
})
export const gridPagesInput = z.strictObject({ ...stockFilterSchema.shape, rows: z.int().min(20).max(200) })
export const gridPagesSchema = z.object({ records: z.int(), firstIds: z.array(z.int()) })
export const levelsInput = z.strictObject({ recordIds: z.array(idSchema).max(120) })
export const recordInput = z.strictObject({ recordId: idSchema })
export const ledgerInput = z.strictObject({
  recordId: idSchema,
  beforeVersion: idSchema.exactOptional(),
  limit: z.int().min(1).max(100),
})
export const recentInput = z.strictObject({ limit: z.int().min(1).max(50) })

/** `expectedVersion` is the version the person saw: a count taken against older numbers is refused. */
export const adjustInput = z.strictObject({
  recordId: idSchema,
  variantId: idSchema,
  delta: z
    .int()
    .min(-DELTA_MAX)
    .max(DELTA_MAX)
    .refine((delta) => delta !== 0, 'A change of 0 changes nothing'),
  reason: z.enum(ADJUST_REASONS),
  note: z.string().trim().min(1).max(280).exactOptional(),
  expectedVersion: z.int().min(0).max(2_147_483_647),
  happenedAt: happenedAtSchema,
})

/** One cell of the grid: `seen` is what the person saw there, and nothing is written over anything else. */
const cellSchema = z.strictObject({
  recordId: idSchema,
  variantId: idSchema,
  figure: z.enum(EDITABLE_FIGURES),
  seen: z.int().min(0).max(2_147_483_647),
  value: z.int().min(0).max(UNITS_MAX),
})
export const editInput = z.strictObject({
  /** Made by the client: the same batch sent again writes nothing twice. */
  batchId: z.uuid(),
  reason: z.enum(ADJUST_REASONS),
  note: z.string().trim().min(1).max(280).exactOptional(),
  cells: z
    .array(cellSchema)
    .min(1)
    .max(100)
    .refine(
      (cells) => new Set(cells.map(({ recordId, figure }) => `${recordId}/${figure}`)).size === cells.length,
      'A cell is named twice',
    ),
})
export const editAnswerSchema = z.array(
  z.object({
    recordId: z.int(),
    figure: z.enum(EDITABLE_FIGURES),
    outcome: z.enum(['saved', 'conflict', 'unknown']),
    current: z.int().exactOptional(),
    version: z.int().exactOptional(),
  }),
)

export const holdsInput = z.strictObject({
  query: z.string().trim().min(1).max(80).exactOptional(),
  limit: z.int().min(1).max(200),
})
/** Why a member of staff takes a hold from a shopper; written on the ledger entry. */
export const RELEASE_REASONS = ['customer-asked', 'hoarding', 'needed-elsewhere', 'mistake'] as const
export const releaseInput = z.strictObject({
  cartId: z.uuid(),
  reservationId: z.uuid(),
  variantId: idSchema,
  reason: z.enum(RELEASE_REASONS),
})
