import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** One unit asked for: the hold's ids, and `held` or why not. */
const racedHoldSchema = z.object({ cartId: z.uuid(), reservationId: z.uuid(), answer: z.string() })
export type RacedHold = z.infer<typeof racedHoldSchema>

export const raceSchema = z.object({
  variantId: z.int(),
  /** Of each process, all at once. */
  holders: z.int(),
  allowFuture: z.boolean(),
})
export type Race = z.infer<typeof raceSchema>

export type Racers = {
  /** All processes ask for units of one SKU at one moment; their answers, each process's apart. */
  race(race: Race): Promise<readonly (readonly RacedHold[])[]>
  close(): void
}

const script = fileURLToPath(new URL('./hold-and-tell.ts', import.meta.url))

/** Real processes of the engine, ready to race as often as they are told to: to start one takes longer than its races. */
export const openRacers = async (url: string, processes: number): Promise<Racers> => {
  const children = Array.from({ length: processes }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, url], { stdio: ['pipe', 'pipe', 'inherit'] })
    // One that has died is told of by whoever waits for its answer.
    child.stdin.on('error', () => undefined)
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
  })
  const next = async ({ child, lines }: (typeof children)[number]): Promise<string> => {
    const line = await lines.next()
    if (line.done) throw new Error(`process ${child.pid} ended without a word`)
    return line.value
  }
  const close = (): void => {
    for (const { child } of children) child.kill('SIGKILL')
  }
  try {
    for (const ready of await Promise.all(children.map(next))) if (ready !== 'ready') throw new Error(ready)
  } catch (fault) {
    close()
    throw fault
  }
  return {
    race: async (race) => {
      for (const { child } of children) child.stdin.write(`${JSON.stringify(race)}\n`)
      const told = await Promise.all(children.map(next)).catch((fault: unknown) => {
        // What the others still have to say is no answer to the next race.
        close()
        throw fault
      })
      return told.map((line) => z.array(racedHoldSchema).parse(JSON.parse(line)))
    },
    close,
  }
}
