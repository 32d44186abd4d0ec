import { turbo } from './build'
import type { Tally } from './checks'
import { outputOf, type Task } from './task'

type Plan = { tasks: { taskId: string; command: string; cache: { status: string } }[] }

/** Rooms without a build of their own are in the plan all the same, with this for a command. */
const NOTHING = '<NONEXISTENT>'

/** The tasks of turbo's plan, its JSON, that would do work; and all that have any. */
export const readPlan = (text: string): { readonly all: readonly string[]; readonly again: readonly string[] } => {
  const { tasks } = JSON.parse(text.slice(text.indexOf('{'))) as Plan
  const real = tasks.filter(({ command }) => command !== NOTHING)
  const again = real.filter(({ cache }) => cache.status !== 'HIT')
  return { all: real.map(({ taskId }) => taskId), again: again.map(({ taskId }) => taskId) }
}

/**
 * Asks what a build right after a build would do: nothing, while every task says rightly what goes in and what comes out.
 * Turbo's own plan is asked, which looks every task up in the cache and runs none.
 */
export const secondBuild = async (how: Pick<Task, 'env' | 'signal'>): Promise<Tally> => {
  const { all, again } = readPlan(await outputOf({ ...turbo('build', '--dry=json'), ...how }))
  const failures =
    all.length === 0
      ? ['the plan of a second build names no task']
      : again.map(
          (task) => `a second build would run ${task} again: its inputs or outputs in turbo.json are not all of them`,
        )
  for (const words of failures) console.error(words)
  return failures.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: failures.length, failures }
}
