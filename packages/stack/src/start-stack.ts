import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { endWithProcess } from './end-with-process'
import type { GivenUrls, Part, Ports, StackUrls } from './parts'
import { withFolderLock } from './process/folder-lock'
import { startMissing } from './start-missing'
import { type StackState, writeState } from './state'
import { stopStack } from './stop-stack'

export type StackOptions<P extends Part = Part> = {
  /** The folder of the stack: data, logs, state. Two folders are two stacks. */
  readonly dir: string
  /** Ports to use instead of remembered or random free ones. */
  readonly ports?: Partial<Ports>
  /** The parts that are wanted; all when absent. */
  readonly only?: readonly P[]
  /** The app that Inngest shall look for when it starts; an app may also register itself later. */
  readonly inngestSdkUrl?: string
  /** What is already there and not started; the environment's variables when absent. */
  readonly given?: GivenUrls
  /** Leave it running when the last command that uses it ends. */
  readonly background?: boolean
  readonly log?: (line: string) => void
}

export type RunningStack<P extends Part = Part> = {
  readonly urls: StackUrls<P>
  readonly dir: string
  readonly ports: Partial<Ports>
  readonly processes: StackState['processes']
  /** Leaves the stack; it is stopped when nobody else uses it and it was not started in the background. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the stack in `dir`, or joins it when it runs already. What an earlier command left behind, dead or alive, is
 * cleaned up first. Throws `StackError` with one clear line when a part cannot be had.
 */
export const startStack = async <P extends Part = Part>(options: StackOptions<P>): Promise<RunningStack<P>> => {
  const dir = resolve(options.dir)
  mkdirSync(join(dir, 'logs'), { recursive: true })
  return withFolderLock(dir, async () => {
    // Before the first engine: a command that is ended while it starts takes along what it has begun.
    const forget = endWithProcess(dir)
    try {
      const state = await startMissing(dir, options)
      writeState(dir, state)
      return asRunning<P>(dir, state, forget)
    } catch (error) {
      forget()
      throw error
    }
  })
}

const asRunning = <P extends Part>(dir: string, state: StackState, forget: () => void): RunningStack<P> => ({
  urls: state.urls as StackUrls<P>, // every wanted part has put its variables there
  dir,
  ports: state.ports,
  processes: state.processes,
  stop: async () => {
    forget()
    await stopStack(dir)
  },
})
