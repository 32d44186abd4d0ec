import { z } from 'zod'
import type { Result } from '../result'

export const ALERT_KINDS = [
  'stock-out',
  'low-stock',
  'negative-trend',
  'late-shipment',
  'ledger-drift',
  'stuck-hold',
  'stale-feed',
  'shrinkage',
] as const
export const alertKindSchema = z.enum(ALERT_KINDS)
export type AlertKind = z.infer<typeof alertKindSchema>

export const ALERT_SEVERITIES = ['critical', 'warning', 'notice'] as const
export const alertSeveritySchema = z.enum(ALERT_SEVERITIES)
export type AlertSeverity = z.infer<typeof alertSeveritySchema>

export const ALERT_STATES = ['open', 'acknowledged', 'resolved'] as const
export const alertStateSchema = z.enum(ALERT_STATES)

/** One line of why: what was measured and what it says. */
export const alertFactSchema = z.object({ label: z.string(), value: z.string() })
export type AlertFact = z.infer<typeof alertFactSchema>

/** What a rule found. `dedupeKey` names the cause: found again it is the same alert. `link`: where to act. */
export type AlertCause = {
  readonly kind: AlertKind
  readonly dedupeKey: string
  readonly severity: AlertSeverity
  readonly subject: string
  readonly facts: readonly AlertFact[]
  readonly link: string
}

export const staffAlertSchema = z.object({
  id: z.int(),
  kind: alertKindSchema,
  severity: alertSeveritySchema,
  state: alertStateSchema,
  subject: z.string(),
  facts: z.array(alertFactSchema),
  link: z.string(),
  /** How often it was raised. */
  times: z.int(),
  raisedAt: z.date(),
  resolvedAt: z.date().optional(),
  acknowledgedAt: z.date().optional(),
  acknowledgedBy: z.string().optional(),
  note: z.string().optional(),
})
export type StaffAlert = z.infer<typeof staffAlertSchema>

export const alertFilterSchema = z.strictObject({
  state: alertStateSchema,
  kind: alertKindSchema.exactOptional(),
  severity: alertSeveritySchema.exactOptional(),
  limit: z.int().min(1).max(500),
})
export type AlertFilter = z.infer<typeof alertFilterSchema>

export const acknowledgeAlertsSchema = z.strictObject({
  ids: z.array(z.int().min(1).max(2_147_483_647)).min(1).max(500),
  note: z.string().trim().max(500).exactOptional(),
})
export type AcknowledgeAlerts = z.infer<typeof acknowledgeAlertsSchema>

export type AlertRejection = { readonly code: 'ALERT_NOT_FOUND'; readonly alertId: number }

export type AlertCounts = { readonly open: number; readonly critical: number }

export type AlertDesk = {
  list(filter: AlertFilter): Promise<readonly StaffAlert[]>
  counts(): Promise<AlertCounts>
  /** Those still open are acknowledged; others stay as they are. All or none when an id is unknown. */
  acknowledge(request: AcknowledgeAlerts, actor: string): Promise<Result<{ acknowledged: number }, AlertRejection>>
}

export type Reconciled = { readonly raised: number; readonly refreshed: number; readonly resolved: number }
