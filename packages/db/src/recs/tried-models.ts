import { type Experiment, TRIED_KINDS, TRIED_MAX, type TriedKind } from '@selvedge/core'
import {
  type Artefact,
  type CatalogueTable,
  createFoldIn,
  createTreeRanker,
  parseFactors,
  parseFit,
  parseNeighbours,
  parseRanker,
  placeFit,
  type Ranker,
  type ServedModels,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { KINDS } from '../fit/train-fit-model'
import { loadArtefactVersion } from './artefact-store'
import { modelsTried, type NamedModel } from './models-named'
import { placedFactors, placedNeighbours } from './placed-models'
import { SHOP_MODELS } from './shop-models'

/** A model on its way onto a table. */
type Laid = (table: CatalogueTable) => Partial<ServedModels>

export type TriedModels = {
  /**
   * Reads the versions that running experiments name and that are not in memory; whether any came into it. One that cannot
   * be read is told and done without until it is due again.
   */
  follow(experiments: readonly Experiment[]): Promise<boolean>
  /** Whether something that is named is not in memory, and it is time to look for it again. */
  isDue(): boolean
  ranker(version: string): Ranker | undefined
  laid(kind: TriedKind, version: string): Laid | undefined
}

/** What a model needs besides the table is worked out once, as it is read. */
const LAY: Readonly<Record<TriedKind, (artefact: Artefact) => Laid>> = {
  neighbours: (artefact) => {
    const model = parseNeighbours(artefact)
    return (table) => ({ neighbours: placedNeighbours(table, model) })
  },
  factors: (artefact) => {
    const model = parseFactors(artefact)
    const fold = createFoldIn(model)
    return (table) => ({ factors: placedFactors(table, model, fold) })
  },
  fit: (artefact) => {
    const model = parseFit(artefact)
    return (table) => ({ fit: placeFit(table, model, KINDS) })
  },
}

/** A database that did not answer once does so soon; a file that is broken stays so, and a line a minute says it. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

export type TriedModelsDeps = {
  readonly pool: Pool
  readonly nowMs: () => number
  readonly onFault: (fault: unknown) => void
}

/** Versions of models beside those that answer everybody, for as long as an experiment tries them. */
export const createTriedModels = ({ pool, nowMs, onFault }: TriedModelsDeps): TriedModels => {
  const rankers = new Map<string, Ranker>()
  const others = new Map<string, Laid>()
  let waitMs = FIRST_WAIT_MS
  let dueAtMs = Number.POSITIVE_INFINITY

  const read = async ({ name, version }: NamedModel): Promise<Artefact> => {
    const artefact = await loadArtefactVersion(pool, name, version)
    if (artefact === undefined) throw new Error(`an experiment tries the ${name} ${version}, which is not stored`)
    return artefact
  }
  /** Reads what is named and not known yet, forgets what is named no more. */
  const keep = async <T>(known: Map<string, T>, named: ReadonlyMap<string, () => Promise<T>>) => {
    let [found, missing] = [0, 0]
    for (const key of known.keys()) if (!named.has(key)) known.delete(key)
    for (const [key, load] of named) {
      if (known.has(key)) continue
      try {
        known.set(key, await load())
        found += 1
      } catch (fault) {
        onFault(fault)
        missing += 1
      }
    }
    return { found, missing }
  }
  const lookAgainIf = (isMissing: boolean): void => {
    waitMs = isMissing ? Math.min(LONGEST_WAIT_MS, waitMs * 2) : FIRST_WAIT_MS
    dueAtMs = isMissing ? nowMs() + waitMs : Number.POSITIVE_INFINITY
  }
  return {
    follow: async (experiments) => {
      const named = modelsTried(experiments)
      const rankings = await keep(
        rankers,
        new Map(
          named.flatMap((model) =>
            model.name === SHOP_MODELS.ranker
              ? [[model.version, async () => createTreeRanker(model.version, parseRanker(await read(model)))]]
              : [],
          ),
        ),
      )
      const files = new Map<string, () => Promise<Laid>>()
      for (const model of named) {
        const kind = TRIED_KINDS.find((one) => SHOP_MODELS[one] === model.name)
        if (kind !== undefined) files.set(keyOf(kind, model.version), async () => LAY[kind](await read(model)))
      }
      const tooMany = [...files.keys()].slice(TRIED_MAX)
      for (const key of tooMany) {
        files.set(key, async () => {
          throw new Error(`no room for ${key} beside ${TRIED_MAX} other models that are tried`)
        })
      }
      const laid = await keep(others, files)
      lookAgainIf(rankings.missing + laid.missing > 0)
      return rankings.found + laid.found > 0
    },
    isDue: () => nowMs() >= dueAtMs,
    ranker: (version) => rankers.get(version),
    laid: (kind, version) => others.get(keyOf(kind, version)),
  }
}

const keyOf = (kind: TriedKind, version: string): string => `${kind} ${version}`
