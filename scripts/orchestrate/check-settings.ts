import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { givenUrls, type StackUrls } from '@selvedge/stack'
import { Complaint } from './complaint'
import { inherited } from './env'
import { ROOT } from './root'
import { shopEnvironment } from './shop-env'
import { typescript } from './task'

/** Stand for what the stack will give once it runs, so that what the user gave can be judged before. */
const NOT_YET: StackUrls = {
  DATABASE_URL: 'postgresql://127.0.0.1:5432/selvedge',
  REDIS_URL: 'redis://127.0.0.1:6379',
  UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:8079',
  UPSTASH_REDIS_REST_TOKEN: 'not-yet',
  MEILI_URL: 'http://127.0.0.1:7700',
  MEILI_MASTER_KEY: 'not-yet',
  INNGEST_BASE_URL: 'http://127.0.0.1:8288',
  INNGEST_EVENT_KEY: 'not-yet',
  INNGEST_SIGNING_KEY: 'not-yet',
}

/**
 * Asks web and worker whether they could start with these settings, and a given database whether it lets us in, before
 * engines are started and anything is built. Complains of every variable that is wrong, once.
 */
export const checkSettings = async (port: number, mode: 'production' | 'development'): Promise<void> => {
  const given = givenUrls()
  const urls = { ...NOT_YET, ...given } as StackUrls // what is given is never undefined
  const env = shopEnvironment(urls, { web: port, worker: 4_000 }, mode)
  const answers = await Promise.all([
    complaintsOf('apps/web/src/check-env.ts', env),
    complaintsOf('apps/worker/src/check-env.ts', env),
  ])
  // A variable that both read is told once.
  const wrong = new Map(answers.flat().map((line) => [line.split(':', 1)[0], line]))
  if (wrong.size === 0 && given.DATABASE_URL !== undefined) {
    const [line] = await complaintsOf('packages/db/src/migrate/reach-cli.ts', env)
    if (line !== undefined) wrong.set('DATABASE_URL', line)
  }
  if (wrong.size > 0) throw new Complaint(`The settings are not right.\n${[...wrong.values()].join('\n')}`)
}

const complaintsOf = async (file: string, env: Record<string, string>): Promise<string[]> => {
  const { command, args } = typescript(join(ROOT, file))
  const child = spawn(command, [...args], {
    cwd: ROOT,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, code] = await Promise.all([
    text(child.stderr),
    new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (exitCode) => resolve(exitCode ?? 1))
    }),
  ])
  if (code === 0) return []
  const lines = said.split('\n').filter((line) => /^[A-Z][A-Z_]+: /.test(line))
  // Not a variable that is wrong, but a fault of the look itself.
  if (lines.length === 0) throw new Error(`${file} ended with exit code ${code}:\n${said}`)
  return lines
}
