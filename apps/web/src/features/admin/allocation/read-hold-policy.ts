import { type HoldPolicy, holdPolicySchema } from '@selvedge/core'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A policy as it is written in its fields: minutes, days and hundredths, where the policy has milliseconds and thousandths. */
export const holdFields = (policy: HoldPolicy) => ({
  ttlMs: String(policy.ttlMs / MINUTE_MS),
  extensionMs: String(policy.extensionMs / MINUTE_MS),
  maxExtensions: String(policy.maxExtensions),
  paymentGraceMs: String(policy.paymentGraceMs / MINUTE_MS),
  maxUnitsPerSku: String(policy.maxUnitsPerSku),
  maxLines: String(policy.maxLines),
  customerUnits: policy.perCustomer === undefined ? '' : String(policy.perCustomer.units),
  customerDays: policy.perCustomer === undefined ? '30' : String(policy.perCustomer.windowMs / DAY_MS),
  holderSharePerMille: String(policy.holderSharePerMille / 10),
  heatPerMille: String(policy.heatPerMille / 10),
  heatFloorUnits: String(policy.heatFloorUnits),
})
export type HoldFields = ReturnType<typeof holdFields>
export type HoldField = keyof HoldFields

export const HOLD_FIELDS = [
  'ttlMs',
  'extensionMs',
  'maxExtensions',
  'paymentGraceMs',
  'maxUnitsPerSku',
  'maxLines',
  'customerUnits',
  'customerDays',
  'holderSharePerMille',
  'heatPerMille',
  'heatFloorUnits',
] as const satisfies readonly HoldField[]

const numberOf = (text: string): number =>
  /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.replace(',', '.')) : Number.NaN

type Read = { readonly policy: HoldPolicy } | { readonly wrong: ReadonlySet<HoldField> }

/** The policy that the fields say, or the fields that say none. Without a number of units a customer has no limit. */
export const readHoldPolicy = (fields: HoldFields): Read => {
  const ms = (text: string, unit: number) => Math.round(numberOf(text) * unit)
  const parsed = holdPolicySchema.safeParse({
    ttlMs: ms(fields.ttlMs, MINUTE_MS),
    extensionMs: ms(fields.extensionMs, MINUTE_MS),
    maxExtensions: numberOf(fields.maxExtensions),
    paymentGraceMs: ms(fields.paymentGraceMs, MINUTE_MS),
    maxUnitsPerSku: numberOf(fields.maxUnitsPerSku),
    ...(fields.customerUnits.trim() === ''
      ? {}
      : { perCustomer: { units: numberOf(fields.customerUnits), windowMs: ms(fields.customerDays, DAY_MS) } }),
    maxLines: numberOf(fields.maxLines),
    holderSharePerMille: ms(fields.holderSharePerMille, 10),
    heatPerMille: ms(fields.heatPerMille, 10),
    heatFloorUnits: numberOf(fields.heatFloorUnits),
  })
  if (parsed.success) return { policy: parsed.data }
  const named = parsed.error.issues.map(({ path: [field, part] }) =>
    field === 'perCustomer' ? (part === 'windowMs' ? 'customerDays' : 'customerUnits') : field,
  )
  return { wrong: new Set(HOLD_FIELDS.filter((field) => named.includes(field))) }
}
