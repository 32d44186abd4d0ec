import { parseArgs } from 'node:util'
import { z } from 'zod'

const wholeNumber = (name: string, from: number, to: number) => {
  const error = `--${name} has to be a whole number from ${from.toLocaleString('en')} to ${to.toLocaleString('en')}.`
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error })
}

const argumentsSchema = z.object({
  products: wholeNumber('products', 1, 1_000_000).default(800),
  seed: wholeNumber('seed', 0, 4_294_967_295).default(7),
  ifEmpty: z.boolean().default(false),
  fresh: z.boolean().default(false),
})
export type SeedArguments = z.infer<typeof argumentsSchema>

export const USAGE = 'Usage: pnpm seed [--products N] [--seed S] [--if-empty | --fresh]'

/** Reads the command line; throws an Error with one line for a person when it makes no sense. */
export function parseSeedArguments(args: readonly string[]): SeedArguments {
  const { values } = parseArgs({
    args: [...args].filter((arg) => arg !== '--'),
    options: {
      products: { type: 'string' },
      seed: { type: 'string' },
      'if-empty': { type: 'boolean' },
      fresh: { type: 'boolean' },
    },
  })
  const parsed = argumentsSchema.safeParse({ ...values, ifEmpty: values['if-empty'] })
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('; '))
  return parsed.data
}
