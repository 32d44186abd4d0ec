import {
  type Artefact,
  type ArtefactHeader,
  chooseRidgeShare,
  factorsArtefact,
  foldedScorer,
  judgeOnNewest,
  newestPart,
  serialiseArtefact,
  sessionArtefact,
  trainFactors,
  trainSessionIndex,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { trainFitModel } from '../fit/train-fit-model'
import { publishArtefact } from './artefact-store'
import { matrixOf, windowOf } from './deeds-matrix'
import { judgeSessions } from './judge-sessions'
import { readKnownDeeds } from './known-deeds'
import { readPastSessions } from './read-interactions'
import { SHOP_MODELS, type TrainedModel, versioned } from './shop-models'
import { trainNeighbours } from './train-neighbours'
import { trainRanking } from './train-ranking'

type Header = Omit<ArtefactHeader, 'format' | 'kind'>

const FACTORS = { dimensions: 32, epochs: 8, unobserved: 0.1 } as const

/**
 * Trains neighbours, factors and sessions on what people did here and publishes each, atomically and only when it says
 * something new: the version is the content's, not the moment's. Each says in its file how one that was trained on what was
 * known before foretold what came last; the file itself is trained on all.
 */
export async function trainShop(pool: Pool, clockMs: () => number): Promise<readonly TrainedModel[]> {
  const known = await readKnownDeeds(pool)
  const { deeds } = known
  const sessions = await readPastSessions(pool)
  const { rows, data, itemIds } = matrixOf(deeds)
  const window = windowOf(deeds)
  const part = newestPart(rows, data)
  const header = (name: string, metrics: Header['metrics'], facts: Header['facts']): Header => {
    return { name, version: '', window, metrics, facts }
  }
  const trainings: readonly (() => Artefact)[] = [
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
  const trained: TrainedModel[] = [await trainNeighbours(pool, clockMs, known)]
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
