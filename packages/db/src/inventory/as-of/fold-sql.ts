import {
  effectOn,
  STOCK_EVENT_TYPES,
  STOCK_FIGURES,
  type StockEventType,
  type StockFigure,
  settingOf,
} from '@selvedge/core'

/** The column of a figure. */
export const FIGURE_COLUMN: Readonly<Record<StockFigure, string>> = {
  onHand: 'on_hand',
  reserved: 'reserved',
  allocated: 'allocated',
  unavailable: 'unavailable',
  short: 'short',
  oversellCap: 'oversell_cap',
  safetyStock: 'safety_stock',
}

const list = (types: readonly StockEventType[]): string =>
  `ARRAY[${types.map((type) => `'${type}'`).join(', ')}]::text[]`

const withEffect = (figure: StockFigure, effect: number): StockEventType[] =>
  STOCK_EVENT_TYPES.filter((type) => effectOn(type, figure) === effect)

const settersOf = (figure: StockFigure): StockEventType[] =>
  STOCK_EVENT_TYPES.filter((type) => settingOf(type) === figure)

/** Kinds of entry that set a figure, whichever it is. */
export const SETTINGS = list(STOCK_EVENT_TYPES.filter((type) => settingOf(type) !== undefined))

/** What entry `e` adds to a figure, as the one fold of core says it. */
export const effectSql = (figure: StockFigure): string => {
  const more = withEffect(figure, 1)
  const less = withEffect(figure, -1)
  const cases = [
    ...(more.length > 0 ? [`WHEN e.type = ANY(${list(more)}) THEN e.quantity`] : []),
    ...(less.length > 0 ? [`WHEN e.type = ANY(${list(less)}) THEN -e.quantity`] : []),
  ]
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`
}

/** Sums of entries `e` per figure, each entry counted `sign` times; no settings. */
export const sumsSql = (sign = '1'): string =>
  STOCK_FIGURES.map(
    (figure) => `coalesce(sum((${effectSql(figure)}) * ${sign}), 0)::int AS ${FIGURE_COLUMN[figure]}`,
  ).join(',\n      ')

/**
 * The last setting of a figure among entries `e`, or null. Version and quantity are packed into one number, the version
 * above, so that the greatest of them is the newest: no sort.
 */
const lastSettingSql = (figure: StockFigure): string => {
  const setters = settersOf(figure)
  if (setters.length === 0) return 'NULL::int'
  return `(max((e.version::bigint << 32) + e.quantity) FILTER (WHERE e.type = ANY(${list(setters)})) & 4294967295)::int`
}

/** As `sumsSql`, with how many there are and `<figure>_set` for the last setting of each figure. */
export const foldSql = (count = 'count(*)'): string =>
  `${count}::int AS entries, ${sumsSql()},\n      ${STOCK_FIGURES.map((figure) => `${lastSettingSql(figure)} AS ${FIGURE_COLUMN[figure]}_set`).join(', ')}`
