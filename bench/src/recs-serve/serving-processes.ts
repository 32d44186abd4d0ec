import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { cloneRoot } from '@selvedge/stack'
import { inherited } from '../env'
import { stopServer } from '../harness/shop-servers'
import { inOneMoment } from './in-one-moment'
import type { Answered, Asked, Feed, Told } from './messages'

export type Ready = Extract<Told, { kind: 'ready' }>

export type Serving = Awaited<ReturnType<typeof startServing>>

/** So many copies of the serving process, asked in turn, as a balancer would. */
export async function startServing(copies: number, urls: { DATABASE_URL: string; REDIS_URL: string }) {
  const waiting = new Map<number, (answer: Answered) => void>()
  const started = await Promise.all(Array.from({ length: copies }, () => startOne(urls, waiting)))
  const ask = started.map(({ child }) =>
    inOneMoment<Feed>((feeds) => void child.send({ kind: 'feeds', feeds } satisfies Asked)),
  )
  return {
    ready: started.map(({ ready }) => ready),
    ask: (n: number, visitor: string): Promise<Answered> =>
      new Promise((resolve) => {
        waiting.set(n, resolve)
        ask[n % copies]?.({ n, visitor })
      }),
    /** Processor time that all of them have used so far, in milliseconds. */
    cpuMs: async (): Promise<number> => {
      const all = await Promise.all(started.map(({ child }) => cpuOf(child)))
      return all.reduce((sum, one) => sum + one, 0)
    },
    stop: async () => {
      for (const { child } of started) await stopServer(child)
    },
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const hear = (told: Told): void => {
      if (told.kind !== 'cpu') return
      child.off('message', hear)
      resolve(told.cpuMs)
    }
    child.on('message', hear)
    child.send({ kind: 'cpu' } satisfies Asked)
  })
}

async function startOne(
  urls: { DATABASE_URL: string; REDIS_URL: string },
  waiting: Map<number, (a: Answered) => void>,
) {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/recs-serve/serving-process.ts'], {
    cwd: join(cloneRoot(), 'bench'),
    env: { ...inherited(), ...urls, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a serving process ended with ${code}`)))
    child.on('message', (told: Told) => {
      if (told.kind === 'ready') return resolve(told)
      if (told.kind !== 'answers') return
      for (const answer of told.answers) {
        waiting.get(answer.n)?.(answer)
        waiting.delete(answer.n)
      }
    })
  })
  return { child, ready }
}
