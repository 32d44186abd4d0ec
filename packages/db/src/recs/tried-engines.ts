import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ModelVersions, TRIED_KINDS, type TriedKind } from '@selvedge/core'
import { type CatalogueTable, createEngine, type Engine, type ServedModels } from '@selvedge/recs'
import type { TriedModels } from './tried-models'

/** What an arm asks to be answered by. */
export type AskedModels = {
  readonly rankerVersion?: string | undefined
  readonly modelVersions?: ModelVersions | undefined
}

export type TriedEngines = {
  /**
   * Lays the models of arms over a table, each in a turn of its own of the event loop: answers go on meanwhile, and come
   * from an engine over the table once one is made. One that cannot be laid is told, and keeps none of the others.
   */
  lay(table: CatalogueTable, arms: readonly AskedModels[]): Promise<void>
  /** Makes the engines of arms beforehand, so that nobody's answer waits for it. */
  prepare(engine: Engine, arms: readonly AskedModels[]): void
  /** Whether all that an arm asks for is there. */
  canAnswer(engine: Engine, asked: AskedModels): boolean
  /** The engine that an arm is answered by; without all that it asks for the one that answers everybody. */
  engineFor(engine: Engine, asked: AskedModels): Engine
}

/**
 * Engines that differ from the one that answers in some of their models alone, one for each choice of versions that an arm
 * of an experiment names. What is not in memory, or could not be laid, is answered by the one in force; the versions of the
 * answer say which it was.
 */
export const createTriedEngines = (
  tried: Pick<TriedModels, 'ranker' | 'laid'>,
  onFault: (fault: unknown) => void,
): TriedEngines => {
  /** Laying a model over a table takes a while: it is kept for as long as the table is. */
  const laidOver = new WeakMap<CatalogueTable, Map<string, Partial<ServedModels>>>()
  /** Of the engine that answered last; undefined for what could not be made. */
  const made = new Map<string, Engine | undefined>()
  let over: Engine | undefined

  const partOf = ({ state }: Engine, kind: TriedKind, version: string): Partial<ServedModels> | undefined =>
    state.models.versions[kind] === version ? {} : laidOver.get(state.table)?.get(fileOf(kind, version))

  const make = (engine: Engine, { rankerVersion, modelVersions = {} }: AskedModels): Engine | undefined => {
    const { models } = engine.state
    const ranker = rankerVersion === undefined ? models.ranker : rankerIn(engine, rankerVersion)
    if (ranker === undefined) return undefined
    const parts: Partial<ServedModels>[] = [{ ranker }]
    for (const [kind, version] of namedIn(modelVersions)) {
      const part = partOf(engine, kind, version)
      if (part === undefined) return undefined
      parts.push(part)
    }
    const versions = { ...models.versions, ...modelVersions, ranker: ranker.version }
    return createEngine({ ...engine.state, models: Object.assign({}, models, ...parts, { versions }) })
  }
  const rankerIn = ({ state: { models } }: Engine, version: string) =>
    version === models.versions.ranker ? models.ranker : tried.ranker(version)

  /** Undefined where something is missing, or the engine cannot be made of what is there, which is told. */
  const known = (engine: Engine, asked: AskedModels): Engine | undefined => {
    if (isUsual(engine, asked)) return engine
    if (over !== engine) {
      made.clear()
      over = engine
    }
    const key = keyOf(asked)
    if (made.has(key)) return made.get(key)
    try {
      const other = make(engine, asked)
      made.set(key, other)
      return other
    } catch (fault) {
      onFault(fault)
      made.set(key, undefined)
      return undefined
    }
  }
  return {
    lay: async (table, arms) => {
      const laid = laidOver.get(table) ?? new Map<string, Partial<ServedModels>>()
      laidOver.set(table, laid)
      const asked = new Map(
        arms.flatMap(({ modelVersions = {} }) =>
          namedIn(modelVersions).map(([kind, version]) => [fileOf(kind, version), { kind, version }] as const),
        ),
      )
      for (const key of laid.keys()) if (!asked.has(key)) laid.delete(key)
      for (const [key, { kind, version }] of asked) {
        const onto = tried.laid(kind, version)
        if (onto === undefined || laid.has(key)) continue
        await nextTurn()
        try {
          laid.set(key, onto(table))
        } catch (fault) {
          onFault(fault)
        }
      }
    },
    prepare: (engine, arms) => {
      for (const arm of arms) known(engine, arm)
    },
    canAnswer: (engine, asked) => known(engine, asked) !== undefined,
    engineFor: (engine, asked) => known(engine, asked) ?? engine,
  }
}

const fileOf = (kind: TriedKind, version: string): string => `${kind} ${version}`
const namedIn = (versions: ModelVersions): readonly (readonly [TriedKind, string])[] =>
  TRIED_KINDS.flatMap((kind) => {
    const version = versions[kind]
    return version === undefined ? [] : [[kind, version] as const]
  })

const isUsual = ({ state: { models } }: Engine, { rankerVersion, modelVersions }: AskedModels): boolean =>
  modelVersions === undefined && (rankerVersion === undefined || rankerVersion === models.versions.ranker)

const keyOf = ({ rankerVersion = '', modelVersions = {} }: AskedModels): string =>
  [rankerVersion, ...TRIED_KINDS.map((kind) => modelVersions[kind] ?? '')].join('\n')
