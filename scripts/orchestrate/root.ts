import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** The ignored folder for everything a run leaves on the disk. */
export const SELVEDGE = join(ROOT, '.selvedge')
