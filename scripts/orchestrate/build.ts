import { join } from 'node:path'
import { ROOT } from './root'
import { runTask } from './task'

/** Builds with turbo: all packages, or those named. What did not change comes from its cache. */
export const build = (env: Record<string, string>, signal: AbortSignal, ...only: string[]): Promise<void> =>
  turbo('The build', ['build', ...only.map((name) => `--filter=${name}`)], env, signal)

export const typecheck = (env: Record<string, string>, signal: AbortSignal): Promise<void> =>
  turbo('The type check', ['typecheck'], env, signal)

const turbo = (
  what: string,
  args: readonly string[],
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<void> =>
  runTask(what, {
    command: process.execPath,
    args: [
      join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo'),
      'run',
      ...args,
      '--output-logs=new-only',
      '--no-update-notifier',
    ],
    env,
    signal,
  })
