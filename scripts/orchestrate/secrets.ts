import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { givenSecret } from './env'
import { SELVEDGE } from './root'

const NAMES = ['BETTER_AUTH_SECRET', 'BAG_SECRET', 'INTEGRATION_SECRET'] as const

/** The secrets of a local run: made once, kept in the ignored folder; one from the environment wins. */
export const localSecrets = (): Record<string, string> => {
  const file = join(SELVEDGE, 'secrets.json')
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const made = NAMES.filter((name) => kept[name] === undefined)
  for (const name of made) kept[name] = randomBytes(32).toString('hex')
  if (made.length > 0) {
    mkdirSync(SELVEDGE, { recursive: true })
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  }
  return Object.fromEntries(NAMES.map((name) => [name, givenSecret(name) ?? kept[name] ?? '']))
}
