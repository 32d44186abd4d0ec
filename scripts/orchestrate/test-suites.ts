import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium, halvesOfPorts } from '@selvedge/stack'
import { turbo } from './build'
import { asTally, type Check, sumOf, type Tally } from './checks'
import type { Command } from './command'
import { crashRounds } from './crash-rounds'
import { inherited } from './env'
import { openOwnShop } from './own-shop'
import { ROOT, SELVEDGE } from './root'
import { secondBuild } from './second-build'
import { startAndStop } from './start-and-stop'
import { exitCode, runTask } from './task'
import { tallyOf } from './test-reports'

const tool = (path: string, ...args: readonly string[]) => ({
  command: process.execPath,
  args: [join(ROOT, 'node_modules', path), ...args],
})

const playwright = (...args: readonly string[]) => tool('../apps/web/node_modules/@playwright/test/cli.js', ...args)

/** The checks of `npm test`, each by its name. */
export const suites = (command: Command) => {
  const env: Record<string, string> = {
    ...inherited(),
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  }
  const { signal } = command
  const [someOfThem, theOthers] = halvesOfPorts(env.SELVEDGE_PORTS)
  const step = (name: string, ...tasks: readonly { command: string; args: readonly string[] }[]): Check => ({
    name,
    run: async () => {
      for (const task of tasks) if ((await exitCode({ ...task, env, signal })) !== 0) return asTally(1)
      return asTally(0)
    },
  })
  const vitest = (project: 'unit' | 'int'): Check => ({
    name: project,
    run: async () => {
      const report = reportFile(project)
      const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      return tallyOf(report, await exitCode({ ...tool('vitest/vitest.mjs', ...args), env, signal }))
    },
  })
  const build = step('build', turbo('build'))
  const generate = step('generate', turbo('build', '--filter=@selvedge/db'))
  const e2e: Check = {
    name: 'e2e',
    run: async () => {
      const cwd = join(ROOT, 'apps', 'web')
      if (ensureChromium(console.log) === undefined) {
        await runTask('The download of Chromium', { ...playwright('install', 'chromium'), cwd, env, signal })
      }
      const shop = await openOwnShop(command, { name: 'e2e', products: 240 })
      const browse = async (project: string): Promise<Tally> => {
        const report = reportFile(`e2e-${project}`)
        const where = { E2E_BASE_URL: shop.address, E2E_STACK_DIR: shop.dir }
        const reported = { ...shop.env, ...where, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
        const run = playwright('test', '--reporter=list,json', `--project=${project}`)
        return tallyOf(report, await exitCode({ ...run, cwd, env: reported, signal }))
      }
      // One after the other: journeys are timed by what a shopper would bear, on cores of their own; and nobody else is in
      // the shop while its engines are taken away.
      const tallies = [await browse('journeys'), await browse('pages'), await browse('outages')]
      await shop.close()
      return sumOf(tallies)
    },
  }
  return {
    // Not a check of its own: it counts only when it fails.
    generate: { ...generate, run: async () => ({ ...(await generate.run()), passed: 0 }) },
    lint: step('lint', tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.')),
    types: step('types', turbo('typecheck'), tool('typescript/bin/tsc', '--noEmit', '-p', 'scripts/tsconfig.json')),
    unit: vitest('unit'),
    int: vitest('int'),
    build: {
      ...build,
      run: async () => {
        const built = await build.run()
        return built.failed > 0 ? built : sumOf([built, await secondBuild({ env, signal })])
      },
    },
    e2e,
    // These two run at once: drawn from the same ports, one would now and then be taken from the other.
    start: startAndStop({ ...env, SELVEDGE_PORTS: someOfThem }, signal),
    chaos: crashRounds({
      env: { ...env, SELVEDGE_PORTS: theOthers },
      signal,
      reportFile: () => reportFile('chaos'),
    }),
  }
}

const reportFile = (name: string): string => {
  const file = join(SELVEDGE, 'reports', `${name}.json`)
  mkdirSync(join(SELVEDGE, 'reports'), { recursive: true })
  rmSync(file, { force: true })
  return file
}
