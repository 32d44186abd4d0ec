import { type Experiment, TRIED_KINDS, TRIED_MAX, type TriedKind } from '@selvedge/core'
import {
  type Artefact,
  type CatalogueTable,
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
  /** Reads the versions that running experiments name; one that cannot be used is told and done without until then. */
  follow(experiments: readonly Experiment[]): Promise<void>
  ranker(version: string): Ranker | undefined
  laid(kind: TriedKind, version: string): Laid | undefined
}

const LAY: Readonly<Record<TriedKind, (artefact: Artefact) => Laid>> = {
  neighbours: (artefact) => {
    const model = parseNeighbours(artefact)
    return (table) => ({ neighbours: placedNeighbours(table, model) })
  },
  factors: (artefact) => {
    const model = parseFactors(artefact)
    return (table) => ({ factors: placedFactors(table, model) })
  },
  fit: (artefact) => {
    const model = parseFit(artefact)
    return (table) => ({ fit: placeFit(table, model, KINDS) })
  },
}

/** Versions of models beside those that answer everybody, for as long as an experiment tries them. */
export const createTriedModels = (pool: Pool, onFault: (fault: unknown) => void): TriedModels => {
  const rankers = new Map<string, Ranker | undefined>()
  const others = new Map<string, Laid | undefined>()
  const read = async ({ name, version }: NamedModel): Promise<Artefact> => {
    const artefact = await loadArtefactVersion(pool, name, version)
    if (artefact === undefined) throw new Error(`an experiment tries the ${name} ${version}, which is not stored`)
    return artefact
  }
  /** Reads what is named and not known yet, forgets what is named no more. */
  const keep = async <T>(known: Map<string, T | undefined>, named: ReadonlyMap<string, () => Promise<T>>) => {
    for (const key of known.keys()) if (!named.has(key)) known.delete(key)
    for (const [key, load] of named) {
      if (known.get(key) !== undefined) continue
      const loaded = await load().catch((fault: unknown) => {
        onFault(fault)
        return undefined
      })
      known.set(key, loaded)
    }
  }
  return {
    follow: async (experiments) => {
      const named = modelsTried(experiments)
      await keep(
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
      await keep(others, files)
    },
    ranker: (version) => rankers.get(version),
    laid: (kind, version) => others.get(keyOf(kind, version)),
  }
}

const keyOf = (kind: TriedKind, version: string): string => `${kind} ${version}`
