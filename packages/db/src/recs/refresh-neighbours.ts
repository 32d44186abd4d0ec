import { advanceNeighbours, type ItemNeighbours, neighboursArtefact, parseNeighbours } from '@selvedge/recs'
import type { Pool } from 'pg'
import { loadArtefact } from './artefact-store'
import { type KeptBasis, keptUntil, knowUntil, loadBasis, publishCounted } from './basis-store'
import { readKnownUntil } from './known-deeds'
import { activeModel } from './model-store'
import { personKey } from './person-key'
import { type PersonProduct, readPersonProductsOf } from './read-interactions'
import { GOES_ON_FROM } from './refreshed-versions'
import { SHOP_MODELS, type TrainedModel, versioned } from './shop-models'
import { readTouchedPeople } from './touched-people'
import { NEIGHBOUR_OPTIONS, NEIGHBOUR_SETTINGS, trainNeighbours } from './train-neighbours'

const NAME = SHOP_MODELS.neighbours
/** Of more than this share of all people, counting everything costs no more; a small shop always goes on. */
const SHARE_MAX = 0.25
const PEOPLE_MIN = 1_000

/**
 * Brings neighbours up to what is known now by counting again what those people have of whom something else is known since,
 * and nothing else: read from the log and the orders, so that nothing counts twice, late, or after it is gone. Without a
 * basis, or with one of other settings, everything is trained. Beside a version that was chosen by hand or brought from
 * elsewhere nothing is done: the next whole training ends that. Where nobody was touched no file is read at all.
 */
export async function refreshNeighbours(pool: Pool, clockMs: () => number): Promise<TrainedModel> {
  const start = clockMs()
  const known = await keptUntil(pool, NAME)
  if (known === undefined) return trainNeighbours(pool, clockMs)
  const answer = (version: string, isNew: boolean) => ({
    name: NAME,
    version,
    isNew,
    ms: Math.round(clockMs() - start),
  })
  const answering = await activeModel(pool, NAME)
  if (answering?.version !== known.version) return answer(answering?.version ?? 'none', false)
  const knownUntil = await readKnownUntil(pool)
  const people = await readTouchedPeople(pool, known.knownUntil)
  if (people.length === 0) {
    await knowUntil(pool, NAME, { version: known.version, knownUntil })
    return answer(known.version, false)
  }

  const kept = await loadBasis(pool, NAME)
  if (kept === undefined || kept.header.facts.settings !== NEIGHBOUR_SETTINGS) return trainNeighbours(pool, clockMs)
  // Another one may have been published or chosen meanwhile.
  const active = await loadArtefact(pool, NAME)
  if (active?.version !== kept.version) return answer(active?.version ?? 'none', false)
  if (people.length > Math.max(PEOPLE_MIN, SHARE_MAX * kept.basis.people.length)) return trainNeighbours(pool, clockMs)

  const deeds = await readPersonProductsOf(pool, people)
  const { basis, model, moved } = advanceNeighbours(
    { basis: kept.basis, model: parseNeighbours(active.artefact) },
    peopleNow(people, deeds),
    NEIGHBOUR_OPTIONS,
  )
  if (moved === 0) {
    await knowUntil(pool, NAME, { version: kept.version, knownUntil })
    return answer(kept.version, false)
  }
  const header = { ...kept.header, window: grownBy(kept.header.window, deeds) }
  const { version, isNew } = await publishCounted(pool, {
    artefact: refreshedArtefact(header, model, basis.people.length),
    knownUntil,
    header,
    basis,
    goesOnFrom: kept.version,
  })
  return answer(version, isNew)
}

/** Everybody who was touched, by key, with what they have; who has nothing any more is named as well. */
function peopleNow(people: readonly string[], deeds: readonly PersonProduct[]): ReadonlyMap<number, number[]> {
  const now = new Map<number, number[]>(people.map((person) => [personKey(person), []]))
  for (const { person, productId } of deeds) now.get(personKey(person))?.push(productId)
  return now
}

/** Its figures are those of the training that it goes on from, which it names. */
const refreshedArtefact = (
  { name, version, window, metrics }: KeptBasis['header'],
  model: ItemNeighbours,
  people: number,
) =>
  versioned(
    neighboursArtefact(
      { name, version: '', window, metrics, facts: { people, model: 'graph-filter', [GOES_ON_FROM]: version } },
      model,
    ),
  )

function grownBy(
  { from, to }: KeptBasis['header']['window'],
  deeds: readonly PersonProduct[],
): KeptBasis['header']['window'] {
  const last = deeds.reduce(
    (latest, { lastAt }) => Math.max(latest, lastAt.getTime()),
    to === null ? 0 : Date.parse(to),
  )
  const first = deeds.reduce(
    (oldest, { lastAt }) => Math.min(oldest, lastAt.getTime()),
    from === null ? last : Date.parse(from),
  )
  return last === 0 ? { from, to } : { from: new Date(first).toISOString(), to: new Date(last).toISOString() }
}
