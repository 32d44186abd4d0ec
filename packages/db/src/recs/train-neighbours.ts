import {
  type Artefact,
  basisOf,
  countNeighbours,
  graphFilter,
  judgeOnNewest,
  neighboursArtefact,
  newestPart,
  rowSettings,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { publishCounted } from './basis-store'
import { matrixOf, windowOf } from './deeds-matrix'
import { type KnownDeeds, readKnownDeeds } from './known-deeds'
import { personKey } from './person-key'
import { SHOP_MODELS, type TrainedModel, versioned } from './shop-models'

/** Of each piece so many are kept; exponents as chosen on validation. */
export const NEIGHBOUR_OPTIONS = { neighbours: 100 } as const
/** A basis that was counted with other settings, be they given or the filter's own, is not gone on from. */
export const NEIGHBOUR_SETTINGS = `graph-filter ${JSON.stringify(rowSettings(NEIGHBOUR_OPTIONS))}`

/**
 * Item neighbours from all that is known now, judged by what came last; what they were counted from is kept beside them
 * (see refreshNeighbours). What was dropped from the log since the last training leaves them here.
 */
export async function trainNeighbours(pool: Pool, clockMs: () => number, known?: KnownDeeds): Promise<TrainedModel> {
  const { deeds, knownUntil } = known ?? (await readKnownDeeds(pool))
  const start = clockMs()
  const basis = basisOf(deeds.map(({ person, productId }) => ({ person: personKey(person), itemId: productId })))
  const { rows, data } = matrixOf(deeds)
  const part = newestPart(rows, data)
  const header = {
    name: SHOP_MODELS.neighbours,
    version: '',
    window: windowOf(deeds),
    metrics: judgeOnNewest(graphFilter(part.known), part),
    facts: { people: basis.people.length, model: 'graph-filter' },
  }
  const artefact: Artefact = versioned(neighboursArtefact(header, countNeighbours(basis, NEIGHBOUR_OPTIONS)))
  const { name, version, window, metrics } = artefact
  const facts = { settings: NEIGHBOUR_SETTINGS }
  const published = await publishCounted(pool, {
    artefact,
    knownUntil,
    header: { name, version, window, metrics, facts },
    basis,
  })
  return { name, ...published, ms: Math.round(clockMs() - start) }
}
