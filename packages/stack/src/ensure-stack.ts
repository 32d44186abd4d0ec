import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningStack, type StackOptions, startStack } from './start-stack'

/** The clone that this package lives in. */
export const cloneRoot = (): string => fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** The folder of one of this clone's stacks: `main` is the shop's, `test` the integration tests'. */
export const stackDir = (name = 'main'): string => join(cloneRoot(), '.selvedge', name)

/**
 * The engines for a command: those that the environment gives, else this clone's running stack, else a started one,
 * which stops when its last user leaves.
 */
export const ensureStack = (
  options: { name?: string } & Omit<StackOptions, 'dir' | 'only'> = {},
): Promise<RunningStack> => {
  const { name, ...rest } = options
  return startStack({ ...rest, dir: stackDir(name) })
}
