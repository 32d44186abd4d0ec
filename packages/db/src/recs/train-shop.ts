import {
  type Artefact,
  type ArtefactHeader,
  ascendingIds,
  chooseRidgeShare,
  type DatedInteraction,
  factorsArtefact,
  foldedScorer,
  graphFilter,
  type Interactions,
  interactionsOf,
  judgeOnNewest,
  neighboursArtefact,
  newestPart,
  placeOf,
  serialiseArtefact,
  sessionArtefact,
  trainFactors,
  trainGraphFilter,
  trainSessionIndex,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { trainFitModel } from '../fit/train-fit-model'
import { publishArtefact } from './artefact-store'
import { judgeSessions } from './judge-sessions'
import { type PersonProduct, readPastSessions, readPersonProducts } from './read-interactions'
import { SHOP_MODELS, type TrainedModel, versioned } from './shop-models'
import { trainRanking } from './train-ranking'

type Header = Omit<ArtefactHeader, 'format' | 'kind'>

/** Kept of each piece. */
const NEIGHBOURS = 100
const FACTORS = { dimensions: 32, epochs: 8, unobserved: 0.1 } as const

/**
 * Trains neighbours, factors and sessions on what people did here and publishes each, atomically and only when it says
 * something new: the version is the content's, not the moment's. Each says in its file how one that was trained on what was
 * known before foretold what came last; the file itself is trained on all.
 */
export async function trainShop(pool: Pool, clockMs: () => number): Promise<readonly TrainedModel[]> {
  const deeds = await readPersonProducts(pool)
  const sessions = await readPastSessions(pool)
  const { rows, data, itemIds } = matrixOf(deeds)
  const window = windowOf(deeds)
  const part = newestPart(rows, data)
  const header = (name: string, metrics: Header['metrics'], facts: Header['facts']): Header => {
    return { name, version: '', window, metrics, facts }
  }
  const trainings: readonly (() => Artefact)[] = [
    () => neighboursOf(deeds),
    () => {
      // Chosen by what came last of what was known; what came after that judges the choice, once.
      const share = chooseRidgeShare(newestPart(part.knownRows, data), FACTORS)
      const metrics = judgeOnNewest(foldedScorer(trainFactors(part.known, FACTORS, share)), part)
      const facts = { people: data.userCount, model: 'ials', ridge_share: share }
      return factorsArtefact(header(SHOP_MODELS.factors, metrics, facts), {
        ...trainFactors(data, FACTORS, share),
        itemIds,
      })
    },
    () =>
      sessionArtefact(
        header(SHOP_MODELS.sessions, judgeSessions(sessions), { sessions: sessions.length }),
        trainSessionIndex(sessions),
      ),
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

/**
 * Item neighbours alone, from all that is known now: two sparse products and no passes, so that between trainings what was
 * done in the last hour is in them.
 */
export async function trainNeighbours(pool: Pool, clockMs: () => number): Promise<TrainedModel> {
  const start = clockMs()
  const artefact = versioned(neighboursOf(await readPersonProducts(pool)))
  const { version, isNew } = await publishArtefact(pool, serialiseArtefact(artefact))
  return { name: artefact.name, version, isNew, ms: Math.round(clockMs() - start) }
}

function neighboursOf(deeds: readonly PersonProduct[]): Artefact {
  const { rows, data, itemIds } = matrixOf(deeds)
  const part = newestPart(rows, data)
  const header = {
    name: SHOP_MODELS.neighbours,
    version: '',
    window: windowOf(deeds),
    metrics: judgeOnNewest(graphFilter(part.known), part),
    facts: { people: data.userCount, model: 'graph-filter' },
  }
  return neighboursArtefact(header, trainGraphFilter(data, itemIds, { neighbours: NEIGHBOURS }))
}

/** The matrix of people and products, places being ranks of ids. */
export function matrixOf(deeds: readonly PersonProduct[]): {
  rows: readonly DatedInteraction[]
  data: Interactions
  itemIds: Int32Array
} {
  const itemIds = ascendingIds(deeds.map(({ productId }) => productId))
  const people = new Map<string, number>()
  for (const { person } of deeds) if (!people.has(person)) people.set(person, people.size)
  const rows = deeds.map(({ person, productId, weight, lastAt }) => ({
    user: people.get(person) ?? 0,
    item: placeOf(itemIds, productId),
    weight,
    time: lastAt.getTime(),
  }))
  return { rows, itemIds, data: interactionsOf(rows, { userCount: people.size, itemCount: itemIds.length }) }
}

function windowOf(deeds: readonly PersonProduct[]): Header['window'] {
  const moments = deeds.map(({ lastAt }) => lastAt.getTime())
  const [from, to] = [moments.reduce((a, b) => Math.min(a, b), Infinity), moments.reduce((a, b) => Math.max(a, b), 0)]
  return deeds.length === 0
    ? { from: null, to: null }
    : { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}
