import { ORDER_STATES, type OrderState } from '@selvedge/core'

/** What the order list shows, as its address says it. */
export type OrderFilter = { readonly query?: string; readonly state?: OrderState }

/** Orders fetched at once. */
export const ORDER_ROWS = 50

type Params = Readonly<Record<string, string | string[] | undefined>>

const text = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** Reads the address; what makes no sense in it is left out. */
export const readOrderFilter = (params: Params): OrderFilter => {
  const query = text(params.q).trim().slice(0, 120)
  const state = ORDER_STATES.find((known) => known === text(params.state))
  return { ...(query === '' ? {} : { query }), ...(state ? { state } : {}) }
}

/** The address of a filter, always written the same way. */
export const orderListAddress = ({ query, state }: OrderFilter): string => {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (state) params.set('state', state)
  const search = params.toString()
  return search === '' ? '/admin/orders' : `/admin/orders?${search}`
}
