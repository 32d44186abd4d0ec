/** What the shipping worklist shows, as its address says it. */
export type ShippingFilter = { readonly query?: string; readonly locationId?: number; readonly onlyLate?: true }

/** Tasks shown at first, and more of them with each press. */
export const SHIPPING_ROWS = 100

type Params = Readonly<Record<string, string | string[] | undefined>>

const text = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** Reads the address; what makes no sense in it is left out. */
export const readShippingFilter = (params: Params): ShippingFilter => {
  const query = text(params.q).trim().slice(0, 120)
  const locationId = Number(text(params.place))
  return {
    ...(query === '' ? {} : { query }),
    ...(Number.isInteger(locationId) && locationId > 0 && locationId < 2 ** 31 ? { locationId } : {}),
    ...(text(params.late) === '1' ? { onlyLate: true as const } : {}),
  }
}

/** The address of a filter, always written the same way. */
export const shippingAddress = ({ query, locationId, onlyLate }: ShippingFilter): string => {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (locationId) params.set('place', String(locationId))
  if (onlyLate) params.set('late', '1')
  const search = params.toString()
  return search === '' ? '/admin/shipping' : `/admin/shipping?${search}`
}
