import {
  type CatalogueTable,
  createFoldIn,
  createTreeRanker,
  type FitModel,
  type FoldIn,
  type ItemFactors,
  type ItemNeighbours,
  parseFactors,
  parseFit,
  parseNeighbours,
  parseRanker,
  parseSessionIndex,
  placeFit,
  type Ranker,
  type RankModel,
  type ServedModels,
  type SessionNeighbours,
  sessionNeighbours,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { KINDS } from '../fit/train-fit-model'
import { activeFile, artefactIn, type LoadedArtefact, type StoredFile } from './artefact-store'
import { placedFactors, placedNeighbours } from './placed-models'
import { SHOP_MODELS } from './shop-models'

/** What is there of the models that are laid over a table. */
type PlacedModels = {
  -readonly [Name in 'neighbours' | 'sessions' | 'factors' | 'fit']?: NonNullable<ServedModels[Name]>
}

/** A model over nothing knows of no visit. */
const NEVER = new Date(0).toISOString()
/** A file that is broken stays so: it is read again once a minute, and a line a minute says it. */
const BROKEN_WAIT_MS = 60_000

export type ServedArtefactsDeps = {
  readonly pool: Pool
  readonly nowMs: () => number
  readonly onFault: (fault: unknown) => void
}

/**
 * The active model files, read when their version changes and laid over whatever table is served. Each by itself: one that
 * cannot be read or laid is told and keeps none of the others.
 */
export const createServedArtefacts = ({ pool, nowMs, onFault }: ServedArtefactsDeps) => {
  let neighbours: { version: string; model: ItemNeighbours } | undefined
  let factors: { version: string; model: ItemFactors; fold: FoldIn } | undefined
  let ranking: { version: string; model: RankModel } | undefined
  let fit: { version: string; model: FitModel } | undefined
  let sessions: { version: string; model: SessionNeighbours; knownUntilMs: number } | undefined
  const broken = new Map<string, { readonly version: string; readonly againAtMs: number }>()
  /** The version of a name that was broken less than a minute ago. */
  const setAside = (name: string): string | undefined => {
    const found = broken.get(name)
    return found !== undefined && nowMs() < found.againAtMs ? found.version : undefined
  }
  const takeIn = async (
    name: string,
    known: string | undefined,
    take: (loaded: LoadedArtefact) => void,
  ): Promise<boolean> => {
    let stored: StoredFile | undefined
    try {
      const passedBy = [known, setAside(name)].filter((version) => version !== undefined)
      stored = await activeFile(pool, name, passedBy)
      if (stored === undefined) return false
      take(artefactIn(name, stored))
      return true
    } catch (fault) {
      // A database that did not answer is asked again in the next look: only what came from it can be broken.
      if (stored !== undefined) broken.set(name, { version: stored.version, againAtMs: nowMs() + BROKEN_WAIT_MS })
      onFault(fault)
      return false
    }
  }
  const layNeighbours = onceOver(placedNeighbours)
  const laySessions = onceOver(sessionModel)
  const layFactors = onceOver((table: CatalogueTable, { model, fold }: { model: ItemFactors; fold: FoldIn }) =>
    placedFactors(table, model, fold),
  )
  const layFit = onceOver((table: CatalogueTable, model: FitModel) => placeFit(table, model, KINDS))
  return {
    /** Looks for other versions; whether there was one. Instead of a file that cannot be read the one in memory goes on. */
    refresh: async (): Promise<boolean> => {
      const taken = await Promise.all([
        takeIn(SHOP_MODELS.neighbours, neighbours?.version, ({ version, artefact }) => {
          neighbours = { version, model: parseNeighbours(artefact) }
        }),
        takeIn(SHOP_MODELS.sessions, sessions?.version, ({ version, artefact }) => {
          const model = sessionNeighbours(parseSessionIndex(artefact))
          sessions = { version, model, knownUntilMs: Date.parse(artefact.window.to ?? NEVER) }
        }),
        takeIn(SHOP_MODELS.factors, factors?.version, ({ version, artefact }) => {
          const model = parseFactors(artefact)
          factors = { version, model, fold: createFoldIn(model) }
        }),
        takeIn(SHOP_MODELS.ranker, ranking?.version, ({ version, artefact }) => {
          ranking = { version, model: parseRanker(artefact) }
        }),
        takeIn(SHOP_MODELS.fit, fit?.version, ({ version, artefact }) => {
          fit = { version, model: parseFit(artefact) }
        }),
      ])
      return taken.includes(true)
    },
    /** Laid over a table, with the versions of what was; over the same table only another model is laid anew. */
    placedOn: (table: CatalogueTable): { models: PlacedModels; versions: Readonly<Record<string, string>> } => {
      const models: PlacedModels = {}
      const versions: Record<string, string> = {}
      const place = <T extends { readonly version: string }>(
        name: string,
        read: T | undefined,
        lay: (of: T) => void,
      ) => {
        if (read === undefined) return
        try {
          lay(read)
          versions[name] = read.version
        } catch (fault) {
          onFault(fault)
        }
      }
      place('neighbours', neighbours, ({ model }) => {
        models.neighbours = layNeighbours(table, model)
      })
      place('session', sessions, ({ model }) => {
        models.sessions = laySessions(table, model)
      })
      place('factors', factors, (read) => {
        models.factors = layFactors(table, read)
      })
      place('fit', fit, ({ model }) => {
        models.fit = layFit(table, model)
      })
      return { models, versions }
    },
    /** The learned ranking; undefined where there is none or it asks for a feature that is no more, which is told. */
    ranker: (): Ranker | undefined => {
      try {
        return ranking && createTreeRanker(ranking.version, ranking.model)
      } catch (fault) {
        onFault(fault)
        return undefined
      }
    },
    /** The session model that answers, and until when the visits are that it was trained on. */
    sessions: (): { readonly version: string; readonly knownUntilMs: number } | undefined => sessions,
    /** Learns a visit that has ended, between trainings. */
    learn: (itemIds: readonly number[]): void => sessions?.model.learn(itemIds),
  }
}
export type ServedArtefacts = ReturnType<typeof createServedArtefacts>

/** Lays a model over a table once, for as long as it is this model: that another one is new costs nothing of it. */
function onceOver<Model, Laid>(
  lay: (table: CatalogueTable, model: Model) => Laid,
): (table: CatalogueTable, model: Model) => Laid {
  const laidOver = new WeakMap<CatalogueTable, { readonly model: Model; readonly laid: Laid }>()
  return (table, model) => {
    const last = laidOver.get(table)
    if (last !== undefined && last.model === model) return last.laid
    const laid = lay(table, model)
    laidOver.set(table, { model, laid })
    return laid
  }
}

function sessionModel(table: CatalogueTable, model: SessionNeighbours): NonNullable<ServedModels['sessions']> {
  return {
    next: (places, limit) => {
      // Oldest first, as a visit goes: the newest stands last.
      const session = [...places].reverse().map((place) => table.ids[place] ?? 0)
      const { itemIds, scores, because } = model.retrieve({ session, past: [] }, limit)
      // The ids are this answer's own: their places take their room.
      for (let at = 0; at < itemIds.length; at++) itemIds[at] = table.placeOf(itemIds[at] ?? 0)
      for (let at = 0; at < because.length; at++) because[at] = table.placeOf(because[at] ?? 0)
      return { places: itemIds, scores, because }
    },
  }
}
