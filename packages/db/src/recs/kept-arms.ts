import type { Experiment } from '@selvedge/core'
import type { Pool } from 'pg'

/** Two that sign in at the same time may be seen in either order: the last seconds are read once more. */
const OVERLAP_MS = 10_000

export type KeptArms = {
  /** Reads who signed in since the last look; of experiments that run no more nothing is kept, and without any nobody is asked. */
  look(experiments: readonly Experiment[]): Promise<void>
  /** Experiments with the arms their people keep. */
  over(experiments: readonly Experiment[]): readonly Experiment[]
}

/** Arms that people met as guests and keep after signing in, of the experiments that run; followed in memory. */
export const createKeptArms = (pool: Pool): KeptArms => {
  const byExperiment = new Map<string, Map<string, string>>()
  let followed: ReadonlySet<string> = new Set()
  let seen = new Date(0)
  return {
    look: async (experiments) => {
      const running = new Set(experiments.filter(({ state }) => state === 'running').map(({ slug }) => slug))
      for (const slug of byExperiment.keys()) if (!running.has(slug)) byExperiment.delete(slug)
      // One that begins later is read from its first person on.
      if ([...running].some((slug) => !followed.has(slug))) seen = new Date(0)
      followed = running
      if (running.size === 0) return
      const { rows } = await pool.query<{ experiment: string; person: string; arm: string; carried_at: Date }>(
        `SELECT x.experiment, x.person, x.arm, x.carried_at FROM experiment_exposure x
         JOIN experiment e ON e.slug = x.experiment AND e.state = 'running' WHERE x.carried_at > $1
         ORDER BY x.carried_at`,
        [new Date(seen.getTime() - OVERLAP_MS)],
      )
      for (const { experiment, person, arm, carried_at } of rows) {
        const kept = byExperiment.get(experiment) ?? new Map<string, string>()
        byExperiment.set(experiment, kept.set(person, arm))
        if (carried_at > seen) seen = carried_at
      }
    },
    over: (experiments) =>
      byExperiment.size === 0
        ? experiments
        : experiments.map((experiment) => {
            const keptArms = byExperiment.get(experiment.slug)
            return keptArms === undefined ? experiment : { ...experiment, keptArms }
          }),
  }
}
