import { addDays, type Day } from '../supply/day'
import type { AlertCause, AlertFact } from './alert'

/** A SKU by its forecast, over all its places. Units; days. */
export type ForeseenSku = {
  readonly variantId: number
  readonly sku: string
  readonly title: string
  readonly free: number
  /** Announced, ordered or drafted, and not here yet. */
  readonly incoming: number
  /** Of `incoming`, what stands on drafts alone: nobody has ordered it. */
  readonly drafted: number
  readonly reorderPoint: number
  /** Units it is expected to sell in the next four weeks. */
  readonly nextFourWeeks: number
  readonly leadDays: number
  readonly daysOfCover?: number
  readonly stockOutOn?: Day
}

/** Below a piece in two weeks a SKU that runs out is no event. */
const WORTH_TELLING = 2

/** A draft that nobody sends brings nothing: it must not silence the alert that it is an answer to. */
const onItsWay = ({ incoming, drafted }: ForeseenSku): number => incoming - drafted

const factsOf = (sku: ForeseenSku): readonly AlertFact[] => [
  { label: 'Free', value: `${sku.free}` },
  { label: 'On its way', value: `${onItsWay(sku)}` },
  ...(sku.drafted > 0 ? [{ label: 'On drafts, not ordered', value: `${sku.drafted}` }] : []),
  { label: 'Reorder point', value: `${sku.reorderPoint}` },
  { label: 'Expected in four weeks', value: sku.nextFourWeeks.toFixed(1) },
  { label: 'Lead time', value: `${sku.leadDays} days` },
  ...(sku.daysOfCover === undefined ? [] : [{ label: 'Days of cover', value: `${sku.daysOfCover}` }]),
  ...(sku.stockOutOn === undefined ? [] : [{ label: 'Runs out on', value: sku.stockOutOn }]),
]

/**
 * A SKU that runs out before an order of today could arrive, what is on its way counted in; else one whose shelf and
 * supply are down at the reorder point. One alert a SKU: running out says all that being low does.
 */
export const stockAlerts = (skus: readonly ForeseenSku[], today: Day): readonly AlertCause[] =>
  skus.flatMap((sku): AlertCause[] => {
    if (sku.nextFourWeeks < WORTH_TELLING) return []
    const told = {
      subject: `${sku.title} (${sku.sku})`,
      facts: factsOf(sku),
      link: `/admin/forecast/${encodeURIComponent(sku.sku)}`,
    }
    if (sku.stockOutOn !== undefined && sku.stockOutOn <= addDays(today, sku.leadDays)) {
      const severity = sku.stockOutOn <= addDays(today, 7) ? 'critical' : 'warning'
      return [{ ...told, kind: 'stock-out', dedupeKey: `stock-out/${sku.variantId}`, severity }]
    }
    if (sku.free + onItsWay(sku) > sku.reorderPoint) return []
    return [{ ...told, kind: 'low-stock', dedupeKey: `low-stock/${sku.variantId}`, severity: 'notice' }]
  })

/** A style's sales: of the last four weeks, and of the eight before. */
export type StyleSales = {
  readonly productId: number
  readonly slug: string
  readonly title: string
  readonly recent: number
  readonly before: number
}

/** Lost share of sales from which a fall is told. */
const FALL = 0.4

/**
 * A style that sells at least 40 % less than before, and by more than chance: two standard deviations of a Poisson
 * count below the four weeks that the eight before foretold.
 */
export const trendAlerts = (styles: readonly StyleSales[]): readonly AlertCause[] =>
  styles.flatMap(({ productId, slug, title, recent, before }): AlertCause[] => {
    const foretold = before / 2
    const isFall = foretold > 0 && recent <= foretold * (1 - FALL) && recent < foretold - 2 * Math.sqrt(foretold)
    if (!isFall) return []
    return [
      {
        kind: 'negative-trend',
        dedupeKey: `negative-trend/${productId}`,
        severity: 'notice',
        subject: title,
        facts: [
          { label: 'Last four weeks', value: `${recent} sold` },
          { label: 'Eight weeks before', value: `${before} sold` },
          { label: 'Change', value: `${Math.round((recent / foretold - 1) * 100)} %` },
        ],
        link: `/admin/forecast?q=${encodeURIComponent(slug)}`,
      },
    ]
  })
