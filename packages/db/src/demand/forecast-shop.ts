import {
  type Ahead,
  type Calibration,
  calibrate,
  coverOf,
  forecastAll,
  HORIZON_WEEKS,
  interestUnits,
  intervalOf,
  orderLevels,
  REVIEW_DAYS,
  stretched,
  wholeWeeks,
} from '@selvedge/core'
import type pg from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { tellRoom } from '../outbox/tell-rooms'
import { mondayOf, readDemand } from './read-demand'
import { readSupplyOfSkus, type SkuSupply } from './read-supply-of-skus'

/** Weeks kept for the eye. */
const SHOWN_WEEKS = 52
/** Weeks over which the widths of intervals are judged: a usual lead time and review. */
const JUDGED_WEEKS = 6

export type ForecastRun = { readonly skus: number }

/**
 * Forecasts every SKU anew from orders and ledger and replaces what was stored. Thinking takes seconds, so no transaction is
 * open meanwhile; the exchange is one. The table may be emptied at any time.
 */
export const forecastShop = async (pool: pg.Pool): Promise<ForecastRun> => {
  const { skus, thisWeek } = await readDemand(pool)
  const supply = await readSupplyOfSkus(pool)
  const { rows } = await pool.query<{ today: string }>('SELECT clock_timestamp()::date::text AS today')
  const today = rows[0]?.today ?? mondayOf(thisWeek)
  const calibration = calibrate(skus, JUDGED_WEEKS)
  const planned = forecastAll(skus, HORIZON_WEEKS).flatMap((one) => {
    const of = supply.get(one.sku.variantId)
    return of ? [planOf(one, { calibration, supply: of, today })] : []
  })
  await inTransaction(pool, async (client) => {
    await client.query('DELETE FROM demand_forecast')
    await client.query(INSERT, [JSON.stringify(planned), mondayOf(thisWeek)])
    await tellRoom(client, 'forecast', 'forecast')
  })
  return { skus: planned.length }
}

type Planning = { calibration: Calibration; supply: SkuSupply; today: string }

function planOf({ sku, ahead }: Ahead, { calibration, supply, today }: Planning) {
  const { week, total } = calibration[ahead.demandClass]
  const over = (days: number) => stretched(ahead.total(Math.min(HORIZON_WEEKS, wholeWeeks(days))), total)
  const leadAndReview = over(supply.leadDays + REVIEW_DAYS)
  const interest = interestUnits(supply, leadAndReview.mean)
  const levels = orderLevels(over(supply.leadDays), leadAndReview, interest)
  const intervals = ahead.weekly.map((_, nth) => intervalOf(stretched(ahead.week(nth + 1), week)))
  const cover = coverOf({ free: supply.free, weekly: ahead.weekly, arrivals: supply.arrivals, today })
  const shown = sku.units.slice(-SHOWN_WEEKS).map((units) => units ?? null)
  return {
    variant_id: sku.variantId,
    product_id: sku.productId,
    demand_class: ahead.demandClass,
    method: ahead.method,
    history: shown,
    weekly: ahead.weekly.map((units) => Number(units.toFixed(3))),
    low: intervals.map(({ low }) => low),
    high: intervals.map(({ high }) => high),
    lead_days: supply.leadDays,
    expected_units: leadAndReview.mean,
    reorder_point: levels.reorderPoint,
    order_up_to: levels.orderUpTo,
    waiting: supply.waiting,
    unmet: supply.unmet,
    poll_share: supply.pollShare,
    interest_units: interest,
    days_of_cover: cover.daysOfCover ?? null,
    stock_out_on: cover.stockOutOn ?? null,
  }
}

const INSERT = `
  INSERT INTO demand_forecast (variant_id, product_id, demand_class, method, made_at, first_week, history, weekly, low, high,
    lead_days, expected_units, reorder_point, order_up_to, waiting, unmet, poll_share, interest_units, days_of_cover, stock_out_on)
  SELECT variant_id, product_id, demand_class, method, clock_timestamp(), $2::date, history, weekly, low, high,
    lead_days, expected_units, reorder_point, order_up_to, waiting, unmet, poll_share, interest_units, days_of_cover, stock_out_on
  FROM jsonb_to_recordset($1::jsonb) AS f(variant_id int, product_id int, demand_class text, method text, history int[],
    weekly float[], low int[], high int[], lead_days int, expected_units float, reorder_point int, order_up_to int,
    waiting int, unmet int, poll_share float, interest_units int, days_of_cover int, stock_out_on date)`
