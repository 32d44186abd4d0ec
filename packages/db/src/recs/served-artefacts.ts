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
import { type LoadedArtefact, loadArtefact } from './artefact-store'
import { placedFactors, placedNeighbours } from './placed-models'
import { SHOP_MODELS } from './shop-models'

/** What is there of the models that are laid over a table. */
type PlacedModels = {
  -readonly [Name in 'neighbours' | 'sessions' | 'factors' | 'fit']?: NonNullable<ServedModels[Name]>
}

/** A model over nothing knows of no visit. */
const NEVER = new Date(0).toISOString()

/**
 * The active model files, read when their version changes and laid over whatever table is served. Each by itself: one that
 * cannot be read or laid is told and keeps none of the others.
 */
export const createServedArtefacts = (pool: Pool, onFault: (fault: unknown) => void) => {
  let neighbours: { version: string; model: ItemNeighbours } | undefined
  let factors: { version: string; model: ItemFactors; fold: FoldIn } | undefined
  let ranking: { version: string; model: RankModel } | undefined
  let fit: { version: string; model: FitModel } | undefined
  let sessions: { version: string; model: SessionNeighbours; knownUntilMs: number } | undefined
  const takeIn = async (
    name: string,
    known: string | undefined,
    take: (loaded: LoadedArtefact) => void,
  ): Promise<boolean> => {
    try {
      const loaded = await loadArtefact(pool, name, known)
      if (loaded !== undefined) take(loaded)
      return loaded !== undefined
    } catch (fault) {
      onFault(fault)
      return false
    }
  }
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
    /** Laid over a table, with the versions of what was. */
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
        models.neighbours = placedNeighbours(table, model)
      })
      place('session', sessions, ({ model }) => {
        models.sessions = sessionModel(table, model)
      })
      place('factors', factors, ({ model, fold }) => {
        models.factors = placedFactors(table, model, fold)
      })
      place('fit', fit, ({ model }) => {
        models.fit = placeFit(table, model, KINDS)
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
