import { type StockScope, TIME_AXES, type TimeAxis } from '@selvedge/core'

type Params = Readonly<Record<string, string | string[] | undefined>>

/** What the page of the past shows, as its address says it. */
export type HistoryQuery = {
  readonly scope: StockScope
  readonly axis: TimeAxis
  readonly at: Date | undefined
  /** The earlier moment, when two are compared. */
  readonly from: Date | undefined
  readonly afterRecordId: number | undefined
}

const text = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

const id = (value: string): number | undefined =>
  /^[1-9]\d{0,9}$/.test(value) && Number(value) < 2 ** 31 ? Number(value) : undefined

/** A form's `2026-11-25T16:00`, taken as UTC, or an ISO time; undefined for what is neither. */
export const readMoment = (value: string): Date | undefined => {
  const at = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value) ? `${value}Z` : value)
  const isSane = Number.isFinite(at.getTime()) && at.getUTCFullYear() >= 1970 && at.getUTCFullYear() < 3000
  return value !== '' && isSane ? at : undefined
}

/** A moment as the browser's own field wants it, in UTC. */
export const asField = (at: Date): string => at.toISOString().slice(0, 16)

/** Reads the address; what makes no sense in it is left out. Without a place and a SKU it is the whole shop. */
export const readHistoryQuery = (params: Params): HistoryQuery => {
  const variantId = id(text(params.sku))
  const locationId = id(text(params.location))
  const axis = TIME_AXES.find((known) => known === text(params.axis)) ?? 'recorded'
  return {
    scope: variantId ? { kind: 'sku', variantId } : locationId ? { kind: 'location', locationId } : { kind: 'shop' },
    axis,
    at: readMoment(text(params.at)),
    from: readMoment(text(params.from)),
    afterRecordId: id(text(params.after)),
  }
}

/** The address of a query; `now` stays open, so that the page asked again is about the new now. */
export const historyAddress = ({ scope, axis, at, from, afterRecordId }: HistoryQuery): string => {
  const params = new URLSearchParams({
    ...(scope.kind === 'sku' ? { sku: String(scope.variantId) } : {}),
    ...(scope.kind === 'location' ? { location: String(scope.locationId) } : {}),
    ...(axis === 'effective' ? { axis } : {}),
    ...(at ? { at: at.toISOString() } : {}),
    ...(from ? { from: from.toISOString() } : {}),
    ...(afterRecordId ? { after: String(afterRecordId) } : {}),
  })
  return `/admin/history${params.size > 0 ? `?${params}` : ''}`
}
