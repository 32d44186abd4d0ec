import type { FitAnswer, FitAsk } from '@selvedge/core'
import { adviseSize, FIT_STEPS_MAX, type FitModel, parseFit, runsOf, wearerIn } from '@selvedge/recs'
import type { Pool } from 'pg'
import { loadArtefact } from '../recs/artefact-store'
import { SHOP_MODELS } from '../recs/shop-models'
import { KINDS } from './train-fit-model'

export type FitAdvisor = {
  /** Undefined while no model is there. */
  ask(ask: FitAsk): FitAnswer | undefined
  /** Looks for another version. */
  refresh(): Promise<void>
  stop(): void
}

/** Advice from the active fit model, which is followed without a restart. */
export function createFitAdvisor(deps: {
  readonly pool: Pool
  readonly intervalMs?: number
  readonly onFault: (fault: unknown) => void
}): FitAdvisor {
  let known: { readonly version: string; readonly model: FitModel } | undefined
  const refresh = async (): Promise<void> => {
    const loaded = await loadArtefact(deps.pool, SHOP_MODELS.fit, known?.version)
    if (loaded) known = { version: loaded.version, model: parseFit(loaded.artefact) }
  }
  const look = (): void => void refresh().catch(deps.onFault)
  const timer = setInterval(look, deps.intervalMs ?? 30_000)
  timer.unref()
  look()
  return {
    ask: (ask) => known && adviceBy(known.model, ask),
    refresh,
    stop: () => clearInterval(timer),
  }
}

function adviceBy(model: FitModel, { productId, kind, sizes, worn, body }: FitAsk): FitAnswer {
  const category = KINDS[kind]
  const past = worn.map(({ productId: item, place, outcome }) => ({ item, category, size: place, outcome }))
  const shopper = { body: { heightCm: body.heightCm, weightKg: body.weightKg }, past }
  const own = wearerIn(model, shopper).size
  const near = sizes
    .filter(({ place }) => Math.abs(place - own) <= FIT_STEPS_MAX)
    .map(({ label, place }) => ({ label, size: place }))
  const advice = adviseSize(model, shopper, { productId, categoryId: category, sizes: near })
  return {
    ...runsOf(model, { productId, categoryId: category }),
    ...(advice === undefined ? {} : { best: { label: advice.size, confidence: advice.confidence } }),
  }
}
