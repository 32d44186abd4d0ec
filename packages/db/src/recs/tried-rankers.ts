import type { Experiment } from '@selvedge/core'
import { createTreeRanker, parseRanker, type Ranker } from '@selvedge/recs'
import type { Pool } from 'pg'
import { loadArtefactVersion } from './artefact-store'
import { SHOP_MODELS } from './shop-models'

export type TriedRankers = {
  /** Reads the versions that running experiments name; one that cannot be used is told once and done without. */
  follow(experiments: readonly Experiment[]): Promise<void>
  of(version: string): Ranker | undefined
}

/** Versions of the ranking beside the one that answers, for as long as an experiment tries them. */
export const createTriedRankers = (pool: Pool, onFault: (fault: unknown) => void): TriedRankers => {
  const known = new Map<string, Ranker | undefined>()
  const load = async (version: string): Promise<Ranker | undefined> => {
    const artefact = await loadArtefactVersion(pool, SHOP_MODELS.ranker, version)
    if (artefact === undefined) throw new Error(`an experiment tries the ranking ${version}, which is not stored`)
    return createTreeRanker(version, parseRanker(artefact))
  }
  return {
    follow: async (experiments) => {
      const named = new Set(experiments.flatMap(rankersOf))
      for (const version of known.keys()) if (!named.has(version)) known.delete(version)
      for (const version of named) {
        if (known.has(version)) continue
        known.set(
          version,
          await load(version).catch((fault: unknown) => {
            onFault(fault)
            return undefined
          }),
        )
      }
    },
    of: (version) => known.get(version),
  }
}

const rankersOf = ({ state, design }: Experiment): readonly string[] =>
  state !== 'running'
    ? []
    : design.arms.flatMap(({ settings }) =>
        settings.kind === 'mix' && settings.ranker !== undefined ? [settings.ranker] : [],
      )
