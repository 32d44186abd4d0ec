/** What the production code of a room may import from the other rooms (docs/ARCHITECTURE.md). */
const ALL = ['core', 'recs', 'db', 'infra', 'api'] as const

export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  recs: ['core'],
  db: ['core', 'recs'],
  infra: ['core'],
  api: ['core'],
  stack: [],
  config: [],
  web: ALL,
  worker: ['core', 'recs', 'db', 'infra'],
  bench: [...ALL, 'stack'],
  scripts: ['stack', 'db'],
}

/** Third-party packages of rooms that are closed to the world; other rooms may take what they declare. */
export const MAY_TAKE: Readonly<Record<string, readonly string[]>> = { core: ['zod'] }

/** Tests, seeds and what serves them may stand on the real engines, and on packages for development. */
export const isTestCode = (path: string): boolean => /\.test\.tsx?$|(^|\/)(testing|seed|e2e|test)\//.test(path)

/** What a tool loads and what people run by hand: it may read the environment and import packages for development. */
export const isToolCode = (path: string): boolean => /^scripts\/|(^|\/)[\w.-]*\.config\.(ts|mts|mjs)$/.test(path)

export const BANNED_NAMES = ['lib', 'utils', 'util', 'helpers', 'common', 'shared', 'misc', 'manager', 'data']
