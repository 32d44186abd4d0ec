import { sizePlace } from '@selvedge/core'
import {
  type FitRow,
  fitArtefact,
  judgeFit,
  type OfflineFigures,
  type Outcome,
  serialiseArtefact,
  trainFit,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { joinConsent, personOfOrder } from '../behaviour/person-of-order-sql'
import { publishArtefact } from '../recs/artefact-store'
import { SHOP_MODELS, type TrainedModel, versioned } from '../recs/shop-models'
import { answerOf, WORN } from './body-answers'

type Row = {
  wearer: string
  product_id: number
  size: string
  outcome: Outcome
  placed_at: Date
  height_cm: number | null
  weight_kg: number | null
}

/** With less the rates of a few pieces would speak for all. */
const ROWS_MIN = 500
const WORN_ORDER = { id: 'worn.order_id', userId: 'worn.user_id', placedAt: 'worn.placed_at' } as const
/** Clothes and shoes are two bodies: a foot tells nothing of a shoulder. */
export const KINDS = { clothes: 0, shoes: 1 } as const

/** Learns how pieces fit from what was kept and what came back as too small or too large, and publishes it. */
export async function trainFitModel(pool: Pool, clockMs: () => number): Promise<TrainedModel | undefined> {
  const { rows } = await pool.query<Row>(
    `SELECT named.wearer, named.product_id, named.size, named.outcome, named.placed_at, b.height_cm, b.weight_kg
     FROM (
       SELECT ${personOfOrder(WORN_ORDER)} AS wearer, worn.* FROM (${WORN}) worn ${joinConsent(WORN_ORDER)}
       WHERE worn.outcome IS NOT NULL) named
     LEFT JOIN body_answer b ON b.person = named.wearer
     ORDER BY named.placed_at, named.order_id, named.product_id, named.size`,
  )
  const fits = fitRowsOf(rows)
  if (fits.length < ROWS_MIN) return undefined
  const start = clockMs()
  const [first, last] = [rows.at(0)?.placed_at, rows.at(-1)?.placed_at]
  const header = {
    name: SHOP_MODELS.fit,
    version: '',
    window: { from: first?.toISOString() ?? null, to: last?.toISOString() ?? null },
    metrics: judged(fits),
    facts: { pieces: fits.length, sent_back: fits.filter(({ outcome }) => outcome !== 'fit').length },
  }
  const artefact = versioned(fitArtefact(header, trainFit(fits)))
  const { version, isNew } = await publishArtefact(pool, serialiseArtefact(artefact))
  return { name: artefact.name, version, isNew, ms: Math.round(clockMs() - start) }
}

/** The newest fifth is kept back to judge what the rest teaches. */
const KEPT_BACK = 0.2

/** How pieces of late were foretold by what was known before: an error of what is stated, and how outcomes are told apart. */
function judged(fits: readonly FitRow[]): OfflineFigures {
  const cut = Math.floor(fits.length * (1 - KEPT_BACK))
  const { auc_macro, ece, rows } = judgeFit(fits.slice(0, cut), fits.slice(cut), 1)
  return { auc_macro, ece, rows }
}

function fitRowsOf(rows: readonly Row[]): readonly FitRow[] {
  const wearers = new Map<string, number>()
  return rows.flatMap(({ wearer, product_id, size, outcome, height_cm, weight_kg }) => {
    const place = sizePlace(size)
    if (place === undefined) return []
    const key = `${wearer}/${place.kind}`
    const user = wearers.get(key) ?? wearers.size
    wearers.set(key, user)
    const { heightCm, weightKg } = answerOf({ height_cm, weight_kg, usual_size: null })
    const body = { heightCm, weightKg }
    return [{ user, item: product_id, category: KINDS[place.kind], size: place.place, outcome, body }]
  })
}
