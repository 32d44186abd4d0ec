import { createEngine, type Engine, type Ranker } from '@selvedge/recs'

/**
 * Engines that differ from the one that answers in their ranking alone, one for each version that an arm of an experiment
 * names. A version that is not in memory is answered by the one in force; the versions of the answer say which it was.
 */
export const createRankerEngines = (rankerOf: (version: string) => Ranker | undefined) => {
  let over: Engine | undefined
  const made = new Map<string, Engine>()
  return (engine: Engine, version: string | undefined): Engine => {
    if (version === undefined || version === engine.state.models.versions.ranker) return engine
    if (over !== engine) {
      made.clear()
      over = engine
    }
    const known = made.get(version)
    if (known !== undefined) return known
    const ranker = rankerOf(version)
    if (ranker === undefined) return engine
    const { models } = engine.state
    const versions = { ...models.versions, ranker: ranker.version }
    const other = createEngine({ ...engine.state, models: { ...models, ranker, versions } })
    made.set(version, other)
    return other
  }
}
