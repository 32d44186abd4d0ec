import {
  type CatalogueTable,
  createTreeRanker,
  type FitModel,
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
import { loadArtefact } from './artefact-store'
import { placedFactors, placedNeighbours } from './placed-models'
import { SHOP_MODELS } from './shop-models'

/** A model over nothing knows of no visit. */
const NEVER = new Date(0).toISOString()

/** The active model files, read when their version changes and laid over whatever table is served. */
export const createServedArtefacts = (pool: Pool) => {
  let neighbours: { version: string; model: ItemNeighbours } | undefined
  let factors: { version: string; model: ItemFactors } | undefined
  let ranking: { version: string; model: RankModel } | undefined
  let fit: { version: string; model: FitModel } | undefined
  let sessions: { version: string; model: SessionNeighbours; knownUntilMs: number } | undefined
  return {
    /** Looks for other versions; whether there was one. A file that cannot be read is thrown: the one in memory goes on. */
    refresh: async (): Promise<boolean> => {
      const [near, past, vectors, learned, fitting] = await Promise.all([
        loadArtefact(pool, SHOP_MODELS.neighbours, neighbours?.version),
        loadArtefact(pool, SHOP_MODELS.sessions, sessions?.version),
        loadArtefact(pool, SHOP_MODELS.factors, factors?.version),
        loadArtefact(pool, SHOP_MODELS.ranker, ranking?.version),
        loadArtefact(pool, SHOP_MODELS.fit, fit?.version),
      ])
      if (near) neighbours = { version: near.version, model: parseNeighbours(near.artefact) }
      if (past) {
        const model = sessionNeighbours(parseSessionIndex(past.artefact))
        sessions = { version: past.version, model, knownUntilMs: Date.parse(past.artefact.window.to ?? NEVER) }
      }
      if (vectors) factors = { version: vectors.version, model: parseFactors(vectors.artefact) }
      if (learned) ranking = { version: learned.version, model: parseRanker(learned.artefact) }
      if (fitting) fit = { version: fitting.version, model: parseFit(fitting.artefact) }
      return [near, past, vectors, learned, fitting].some((one) => one !== undefined)
    },
    placedOn: (table: CatalogueTable): Pick<ServedModels, 'neighbours' | 'sessions' | 'factors' | 'fit'> => ({
      ...(neighbours ? { neighbours: placedNeighbours(table, neighbours.model) } : {}),
      ...(sessions ? { sessions: sessionModel(table, sessions.model) } : {}),
      ...(factors ? { factors: placedFactors(table, factors.model) } : {}),
      ...(fit ? { fit: placeFit(table, fit.model, KINDS) } : {}),
    }),
    /** The learned ranking; undefined where there is none or it asks for a feature that is no more, which is told. */
    ranker: (onFault: (fault: unknown) => void): Ranker | undefined => {
      try {
        return ranking && createTreeRanker(ranking.version, ranking.model)
      } catch (fault) {
        onFault(fault)
        return undefined
      }
    },
    versions: (): Readonly<Record<string, string>> => ({
      ...(neighbours ? { neighbours: neighbours.version } : {}),
      ...(sessions ? { session: sessions.version } : {}),
      ...(factors ? { factors: factors.version } : {}),
      ...(fit ? { fit: fit.version } : {}),
    }),
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
