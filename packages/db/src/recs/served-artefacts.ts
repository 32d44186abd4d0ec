import {
  type CatalogueTable,
  type ItemNeighbours,
  type PlacedNeighbours,
  parseNeighbours,
  parseSessionIndex,
  placeNeighbours,
  type ServedModels,
  type SessionNeighbours,
  sessionNeighbours,
  similarTo,
} from '@selvedge/recs'
import type { Pool } from 'pg'
import { loadArtefact } from './artefact-store'

/** Names of the models that an engine serves from. */
export const ITEM_NEIGHBOURS = 'item-neighbours'
export const SESSION_NEIGHBOURS = 'session-neighbours'

const NEIGHBOURS = 60

/** The active model files, read when their version changes and laid over whatever table is served. */
export const createServedArtefacts = (pool: Pool) => {
  let neighbours: { version: string; model: ItemNeighbours } | undefined
  let sessions: { version: string; model: SessionNeighbours } | undefined
  return {
    /** Looks for other versions; whether there was one. A file that cannot be read is thrown: the one in memory goes on. */
    refresh: async (): Promise<boolean> => {
      const [near, past] = await Promise.all([
        loadArtefact(pool, ITEM_NEIGHBOURS, neighbours?.version),
        loadArtefact(pool, SESSION_NEIGHBOURS, sessions?.version),
      ])
      if (near) neighbours = { version: near.version, model: parseNeighbours(near.artefact) }
      if (past) sessions = { version: past.version, model: sessionNeighbours(parseSessionIndex(past.artefact)) }
      return near !== undefined || past !== undefined
    },
    placedOn: (table: CatalogueTable): Pick<ServedModels, 'neighbours' | 'sessions'> => ({
      ...(neighbours ? { neighbours: placed(table, neighbours.model) } : {}),
      ...(sessions ? { sessions: sessionModel(table, sessions.model) } : {}),
    }),
    versions: (): Readonly<Record<string, string>> => ({
      ...(neighbours ? { neighbours: neighbours.version } : {}),
      ...(sessions ? { session: sessions.version } : {}),
    }),
    /** Learns a visit that has ended, between trainings. */
    learn: (itemIds: readonly number[]): void => sessions?.model.learn(itemIds),
  }
}
export type ServedArtefacts = ReturnType<typeof createServedArtefacts>

function placed(table: CatalogueTable, model: ItemNeighbours): PlacedNeighbours {
  return placeNeighbours(table, (productId) => {
    const { itemIds, scores } = similarTo(model, productId, NEIGHBOURS)
    return Array.from(itemIds, (id, at) => ({ productId: id, score: scores[at] ?? 0 }))
  })
}

function sessionModel(table: CatalogueTable, model: SessionNeighbours): NonNullable<ServedModels['sessions']> {
  return {
    next: (places, limit) => {
      // Oldest first, as a visit goes: the newest stands last.
      const session = [...places].reverse().map((place) => table.ids[place] ?? 0)
      const { itemIds, scores } = model.retrieve({ session, past: [] }, limit)
      return Array.from(itemIds, (id, at) => ({ place: table.placeOf(id), score: scores[at] ?? 0 }))
    },
  }
}
