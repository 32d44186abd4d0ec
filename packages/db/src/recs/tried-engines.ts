import { type ModelVersions, TRIED_KINDS, type TriedKind } from '@selvedge/core'
import { type CatalogueTable, createEngine, type Engine, type ServedModels } from '@selvedge/recs'
import type { TriedModels } from './tried-models'

/** What an arm asks to be answered by. */
export type AskedModels = {
  readonly rankerVersion?: string | undefined
  readonly modelVersions?: ModelVersions | undefined
}

/**
 * Engines that differ from the one that answers in some of their models alone, one for each choice of versions that an arm
 * of an experiment names. A version that is not in memory is answered by the one in force; the versions of the answer say
 * which it was.
 */
export const createTriedEngines = (tried: Pick<TriedModels, 'ranker' | 'laid'>) => {
  let over: Engine | undefined
  let laidOn: CatalogueTable | undefined
  const made = new Map<string, Engine>()
  const laid = new Map<string, Partial<ServedModels>>()

  /** Laying a model over a table takes a while: it is kept for as long as the table is. */
  const layOver = (table: CatalogueTable, kind: TriedKind, version: string): Partial<ServedModels> | undefined => {
    const key = fileOf(kind, version)
    const lay = tried.laid(kind, version)
    if (lay === undefined) {
      laid.delete(key)
      return undefined
    }
    const known = laid.get(key) ?? lay(table)
    laid.set(key, known)
    return known
  }
  const make = (engine: Engine, { rankerVersion, modelVersions = {} }: AskedModels): Engine => {
    const { models, table } = engine.state
    const ranker = rankerVersion === undefined ? undefined : tried.ranker(rankerVersion)
    const parts: Partial<ServedModels>[] = ranker === undefined ? [] : [{ ranker }]
    const versions: Record<string, string> = ranker === undefined ? {} : { ranker: ranker.version }
    for (const kind of TRIED_KINDS) {
      const version = modelVersions[kind]
      if (version === undefined || version === models.versions[kind]) continue
      const part = layOver(table, kind, version)
      if (part === undefined) continue
      parts.push(part)
      versions[kind] = version
    }
    if (parts.length === 0) return engine
    const otherwise = Object.assign({}, models, ...parts, { versions: { ...models.versions, ...versions } })
    return createEngine({ ...engine.state, models: otherwise })
  }
  const engineFor = (engine: Engine, asked: AskedModels): Engine => {
    if (isUsual(engine, asked)) return engine
    if (over !== engine) {
      made.clear()
      over = engine
      if (laidOn !== engine.state.table) laid.clear()
      laidOn = engine.state.table
    }
    const key = keyOf(asked)
    const known = made.get(key)
    if (known !== undefined) return known
    const other = make(engine, asked)
    // What is not in memory now may be so after the next look.
    if (other !== engine) made.set(key, other)
    return other
  }
  return {
    /** The engine that an arm is answered by. */
    engineFor,
    /** Makes the engines of arms beforehand, so that nobody's answer waits for it. */
    prepare: (engine: Engine, arms: readonly AskedModels[]): void => {
      const asked = new Set(arms.flatMap(({ modelVersions = {} }) => filesOf(modelVersions)))
      for (const key of laid.keys()) if (!asked.has(key)) laid.delete(key)
      for (const arm of arms) engineFor(engine, arm)
    },
  }
}

const fileOf = (kind: TriedKind, version: string): string => `${kind} ${version}`
const filesOf = (versions: ModelVersions): readonly string[] =>
  TRIED_KINDS.flatMap((kind) => {
    const version = versions[kind]
    return version === undefined ? [] : [fileOf(kind, version)]
  })

const isUsual = ({ state: { models } }: Engine, { rankerVersion, modelVersions }: AskedModels): boolean =>
  modelVersions === undefined && (rankerVersion === undefined || rankerVersion === models.versions.ranker)

const keyOf = ({ rankerVersion = '', modelVersions = {} }: AskedModels): string =>
  [rankerVersion, ...TRIED_KINDS.map((kind) => modelVersions[kind] ?? '')].join('\n')
