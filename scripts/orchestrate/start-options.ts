import { parseArgs } from 'node:util'
import { Complaint } from './complaint'
import { wishedPort } from './env'

export type StartOptions = {
  readonly port: number
  readonly isFresh: boolean
  readonly seedSize: number | undefined
  /** Which of the clone's stacks: `main` is the shop's; another name is a shop beside it, with data of its own. */
  readonly name: string
}

const USAGE = 'Usage: npm start -- [--fresh] [--seed-size N] [--name NAME]'

/** The options of `npm start`: arguments and PORT. A wrong one is a complaint. */
export const parseStartOptions = (args: readonly string[]): StartOptions => {
  const { fresh, 'seed-size': size, name = 'main' } = parse(args)
  return {
    port: asPort(wishedPort()),
    isFresh: fresh === true,
    seedSize: size === undefined ? undefined : asSize(size),
    name: asName(name),
  }
}

const parse = (args: readonly string[]) => {
  try {
    const options = { fresh: { type: 'boolean' }, 'seed-size': { type: 'string' }, name: { type: 'string' } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

const asPort = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Complaint(`PORT has to be a number from 1 to 65535; it is "${text}".`)
}

const asSize = (text: string): number => {
  const size = Number(text)
  if (Number.isInteger(size) && size >= 1 && size <= 1_000_000) return size
  throw new Complaint(`--seed-size has to be a whole number of products; it is "${text}".`)
}

const asName = (name: string): string => {
  if (/^[a-z0-9][a-z0-9-]{0,40}$/.test(name)) return name
  throw new Complaint(`--name has to be small letters, digits and hyphens; it is "${name}".`)
}
