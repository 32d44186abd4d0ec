import { runTask } from './task'

/** Builds with turbo: all packages, or those named. What did not change comes from its cache. */
export const build = (env: Record<string, string>, signal: AbortSignal, ...only: string[]): Promise<void> =>
  runTask('The build', { ...turbo('build', ...only.map((name) => `--filter=${name}`)), env, signal })

/** Turbo insists on finding pnpm on its PATH; npx puts ours there. */
export const turbo = (...args: readonly string[]) => ({
  command: 'npx',
  args: ['-y', 'pnpm@10.34.9', 'exec', 'turbo', 'run', ...args, '--output-logs=new-only', '--no-update-notifier'],
})
