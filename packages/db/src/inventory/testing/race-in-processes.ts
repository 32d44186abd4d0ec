import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** One unit asked for: the hold's ids, and `held` or why not. */
const racedHoldSchema = z.object({ cartId: z.uuid(), reservationId: z.uuid(), answer: z.string() })
export type RacedHold = z.infer<typeof racedHoldSchema>

export type Race = {
  readonly url: string
  readonly variantId: number
  readonly processes: number
  /** Of each process, all at once. */
  readonly holders: number
  readonly allowFuture: boolean
}

const script = fileURLToPath(new URL('./hold-and-tell.ts', import.meta.url))

/** Real processes of the engine ask for units of one SKU at one moment; their answers, each process's apart. */
export const raceInProcesses = async ({ processes, ...race }: Race): Promise<readonly (readonly RacedHold[])[]> => {
  const children = Array.from({ length: processes }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(race)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
  })
  const next = async ({ child, lines }: (typeof children)[number]): Promise<string> => {
    const line = await lines.next()
    if (line.done) throw new Error(`process ${child.pid} ended without a word`)
    return line.value
  }
  try {
    for (const ready of await Promise.all(children.map(next))) if (ready !== 'ready') throw new Error(ready)
    for (const { child } of children) child.stdin.end('go\n')
    const told = await Promise.all(children.map(next))
    return told.map((line) => z.array(racedHoldSchema).parse(JSON.parse(line)))
  } finally {
    for (const { child } of children) child.kill('SIGKILL')
  }
}
