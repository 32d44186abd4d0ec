import type { Role } from '@selvedge/core'

/** Accounts of a seeded shop, one a role. They are printed at start and stand in the README; they open nothing else. */
export const DEMO_LOGINS: ReadonlyArray<{
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly password: string
}> = [
  { role: 'shopper', name: 'Robin Demo', email: 'shopper@selvedge.example', password: 'try-it-on-first' },
  { role: 'merchandiser', name: 'Maren Demo', email: 'merchandiser@selvedge.example', password: 'count-it-twice' },
  { role: 'admin', name: 'Ada Demo', email: 'admin@selvedge.example', password: 'measure-then-cut' },
]

const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

type Deployment = { readonly nodeEnv: string | undefined; readonly databaseUrl: string }

/** Whether demo accounts may exist: never where a production process meets a database that is not on this machine. */
export function demoLoginsAllowed({ nodeEnv, databaseUrl }: Deployment): boolean {
  return nodeEnv !== 'production' || LOCAL_HOSTS.has(new URL(databaseUrl).hostname)
}

/** The demo accounts, for printing. */
export const demoLogins = (): typeof DEMO_LOGINS => DEMO_LOGINS
