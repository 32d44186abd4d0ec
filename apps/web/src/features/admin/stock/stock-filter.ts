/** What the stock page shows, as its address says it. */
export type StockFilter = { readonly query?: string; readonly locationId?: number; readonly onlyLow?: true }

type Params = Readonly<Record<string, string | string[] | undefined>>

const text = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** Reads the address; what makes no sense in it is left out. */
export const readStockFilter = (params: Params): StockFilter => {
  const query = text(params.q).trim().slice(0, 80)
  const locationId = Number(text(params.location))
  return {
    ...(query === '' ? {} : { query }),
    ...(Number.isInteger(locationId) && locationId > 0 && locationId < 2 ** 31 ? { locationId } : {}),
    ...(text(params.low) === '1' ? { onlyLow: true as const } : {}),
  }
}

/** The address of a filter, always written the same way. */
export const stockAddress = ({ query, locationId, onlyLow }: StockFilter): string => {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (locationId) params.set('location', String(locationId))
  if (onlyLow) params.set('low', '1')
  const search = params.toString()
  return search === '' ? '/admin/stock' : `/admin/stock?${search}`
}
