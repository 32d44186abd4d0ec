import {
  type Artefact,
  type ArtefactHeader,
  ascendingIds,
  factorsArtefact,
  type Interactions,
  interactionsOf,
  neighboursArtefact,
  placeOf,
  serialiseArtefact,
  sessionArtefact,
  trainGraphFilter,
  trainIals,
  trainSessionIndex,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { trainFitModel } from '../fit/train-fit-model'
import { publishArtefact } from './artefact-store'
import { type PersonProduct, readPastSessions, readPersonProducts } from './read-interactions'
import { SHOP_MODELS, type TrainedModel, versioned } from './shop-models'
import { trainRanking } from './train-ranking'

type Header = Omit<ArtefactHeader, 'format' | 'kind'>

const FACTORS = { dimensions: 32, epochs: 8, unobserved: 0.1, ridge: 0.03 } as const

/**
 * Trains neighbours, factors and sessions on what people did here and publishes each, atomically and only when it says
 * something new: the version is the content's, not the moment's.
 */
export async function trainShop(pool: Pool, clockMs: () => number): Promise<readonly TrainedModel[]> {
  const deeds = await readPersonProducts(pool)
  const sessions = await readPastSessions(pool)
  const { data, itemIds } = matrixOf(deeds)
  const window = windowOf(deeds)
  const header = (name: string, facts: Header['facts']): Header => ({ name, version: '', window, metrics: {}, facts })
  const trainings: readonly (() => Artefact)[] = [
    () =>
      neighboursArtefact(
        header(SHOP_MODELS.neighbours, { people: data.userCount, model: 'graph-filter' }),
        trainGraphFilter(data, itemIds, { neighbours: 100 }),
      ),
    () => {
      const { items, dimensions, unobserved } = trainIals(data, FACTORS)
      const factors = { itemIds, vectors: items, dimensions, unobserved, ridge: FACTORS.ridge }
      return factorsArtefact(header(SHOP_MODELS.factors, { people: data.userCount, model: 'ials' }), factors)
    },
    () => sessionArtefact(header(SHOP_MODELS.sessions, { sessions: sessions.length }), trainSessionIndex(sessions)),
  ]
  const trained: TrainedModel[] = []
  for (const train of trainings) {
    const start = clockMs()
    const artefact = versioned(train())
    const { version, isNew } = await publishArtefact(pool, serialiseArtefact(artefact))
    trained.push({ name: artefact.name, version, isNew, ms: Math.round(clockMs() - start) })
  }
  const learned = await trainRanking(pool, clockMs)
  const fit = await trainFitModel(pool, clockMs)
  return [...trained, ...[learned, fit].filter((model) => model !== undefined)]
}

/** The matrix of people and products, places being ranks of ids. */
export function matrixOf(deeds: readonly PersonProduct[]): { data: Interactions; itemIds: Int32Array } {
  const itemIds = ascendingIds(deeds.map(({ productId }) => productId))
  const people = new Map<string, number>()
  for (const { person } of deeds) if (!people.has(person)) people.set(person, people.size)
  const rows = deeds.map(({ person, productId, weight }) => ({
    user: people.get(person) ?? 0,
    item: placeOf(itemIds, productId),
    weight,
  }))
  return { itemIds, data: interactionsOf(rows, { userCount: people.size, itemCount: itemIds.length }) }
}

function windowOf(deeds: readonly PersonProduct[]): Header['window'] {
  const moments = deeds.map(({ lastAt }) => lastAt.getTime())
  const [from, to] = [moments.reduce((a, b) => Math.min(a, b), Infinity), moments.reduce((a, b) => Math.max(a, b), 0)]
  return deeds.length === 0
    ? { from: null, to: null }
    : { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}
