import { parseArgs } from 'node:util'
import { Complaint } from './complaint'
import type { OwnShopOptions } from './own-shop'

const USAGE = 'Usage: node scripts/shop.mjs NAME [--products N] [--set VARIABLE=VALUE]...'

/** The command line of `scripts/shop.mjs`. */
export const parseShopOptions = (args: readonly string[]): OwnShopOptions => {
  const { values, positionals } = parse(args)
  const [name, ...rest] = positionals
  const products = Number(values.products ?? '240')
  if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name) || name === 'main' || rest.length > 0)
    throw new Complaint(USAGE)
  if (!Number.isInteger(products) || products < 1) throw new Complaint(USAGE)
  const settings = (values.set ?? []).map((pair) => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ])
  return { name, products, settings: Object.fromEntries(settings) }
}

const parse = (args: readonly string[]) => {
  try {
    const options = { products: { type: 'string' }, set: { type: 'string', multiple: true } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
