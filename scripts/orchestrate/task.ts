import { spawn } from 'node:child_process'
import { Complaint } from './complaint'
import { ROOT } from './root'

export type Task = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env: Record<string, string>
  /** Ends the task early. */
  readonly signal?: AbortSignal
}

/** Node running a TypeScript file of ours. */
export const typescript = (file: string, args: readonly string[] = []): Pick<Task, 'command' | 'args'> => ({
  command: process.execPath,
  args: ['--import', 'tsx', file, ...args],
})

/** Runs a command to its end with its output in ours; throws when it fails. `what` names it for people. */
export const runTask = async (what: string, task: Task): Promise<void> => {
  const code = await exitCode(task)
  task.signal?.throwIfAborted()
  if (code !== 0) throw new Complaint(`${what} failed (exit code ${code}); the reason stands above.`)
}

/** Runs a command to its end and answers what it wrote; its complaints are in ours. Throws when it fails. */
export const outputOf = (task: Task): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(task.command, [...task.args], {
      cwd: task.cwd ?? ROOT,
      env: task.env,
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(task.signal ? { signal: task.signal } : {}),
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve(text)
        : reject(new Error(`${task.command} ${task.args.join(' ')} failed (exit code ${code})`)),
    )
  })

/** Runs a command to its end with its output in ours. */
export const exitCode = (task: Task): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(task.command, [...task.args], {
      cwd: task.cwd ?? ROOT,
      env: task.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const stop = () => child.kill('SIGTERM')
    task.signal?.addEventListener('abort', stop, { once: true })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      task.signal?.removeEventListener('abort', stop)
      resolve(code ?? (signal === null ? 1 : 128))
    })
  })
