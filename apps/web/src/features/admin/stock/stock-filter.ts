import { type StockFilter, stockFilterSchema } from '@selvedge/core'

type Params = Readonly<Record<string, string | string[] | undefined>>

const text = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** Under which name each part of a filter stands in the address. */
const NAMES = {
  query: 'q',
  locationId: 'location',
  region: 'region',
  size: 'size',
  fabric: 'material',
  sellableBy: 'by',
  onlyLow: 'low',
} as const satisfies Record<keyof StockFilter, string>

const PARTS = ['query', 'locationId', 'region', 'size', 'fabric', 'sellableBy', 'onlyLow'] as const

const written = (part: (typeof PARTS)[number], value: string): unknown => {
  if (part === 'locationId') return Number(value)
  if (part === 'onlyLow') return value === '1'
  return part === 'query' ? value.slice(0, 80) : value
}

/** Reads the address; what makes no sense in it is left out. */
export const readStockFilter = (params: Params): StockFilter => {
  let filter: StockFilter = {}
  for (const part of PARTS) {
    const value = text(params[NAMES[part]]).trim()
    const more = stockFilterSchema.safeParse(value === '' ? {} : { [part]: written(part, value) })
    if (more.success && more.data[part] !== false) filter = { ...filter, ...more.data }
  }
  return filter
}

/** The address of a filter, always written the same way. */
export const stockAddress = (filter: StockFilter): string => {
  const params = new URLSearchParams()
  for (const part of PARTS) {
    const value = filter[part]
    if (value !== undefined && value !== false) params.set(NAMES[part], value === true ? '1' : String(value))
  }
  const search = params.toString()
  return search === '' ? '/admin/stock' : `/admin/stock?${search}`
}
