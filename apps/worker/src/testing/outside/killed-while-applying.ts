import { spawn } from 'node:child_process'
import { expect, vi } from 'vitest'
import type { FileSteps } from './file-steps'

/** Another process applies the file and is killed once it has done something of it. */
export const killedWhileApplying = async ({ jobOf }: FileSteps, databaseUrl: string, fileId: string): Promise<void> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `${import.meta.dirname}/apply-and-die.ts`, databaseUrl, fileId],
    { stdio: 'ignore', cwd: `${import.meta.dirname}/../../..` },
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await vi.waitFor(async () => expect((await jobOf(fileId)).doneRows).toBeGreaterThan(0), {
    timeout: 50_000,
    interval: 5,
  })
  child.kill('SIGKILL')
  await gone
}
