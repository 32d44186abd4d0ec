import { accept, type CatalogService, type ListingQuery, reject } from '@selvedge/core'
import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import type { Context } from '../context'
import { appRouter, createCaller } from '../root'

const facets = { category: [], garment: [], brand: [], colour: [], size: [], material: [] }
const product = {
  productId: 1,
  version: 1,
  slug: 'jumper',
  title: 'Jumper',
  description: '',
  brand: { slug: 'brask', name: 'Brask', character: '' },
  garment: 'knit-jumper',
  category: 'knitwear',
  department: 'women',
  facts: [],
  currency: 'EUR',
  colours: [],
  sizes: [],
  variants: [],
  media: [],
  collections: [],
}

const shop = () => {
  const asked: ListingQuery[] = []
  const catalog: CatalogService = {
    home: async () => ({ collections: [], newIn: [], popular: [], degraded: [] }),
    listing: async (query) => {
      asked.push(query)
      return { cards: [], total: 0, page: 1, pages: 0, facets, stockAsOfMs: 1, degraded: ['search'] }
    },
    product: async (slug) =>
      slug === 'jumper'
        ? accept({ product, stock: [], boughtTogether: [], boughtTogetherSource: 'popular', degraded: [] })
        : reject({ code: 'UNKNOWN_PRODUCT', slug }),
    suggest: async () => [],
    variantStock: async () => [],
    cardPrices: async () => [],
    cards: async () => [],
  }
  // The procedures of the shop window ask for nothing else.
  const context = { viewer: undefined, cartId: undefined, sameSite: true, services: { catalog } } as unknown as Context
  return { caller: createCaller(context).shop, asked }
}

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call
    return 'answered'
  } catch (error) {
    return error instanceof TRPCError ? error.code : 'fault'
  }
}

test('an unknown product is not found, with its slug for the page', async () => {
  expect(await codeOf(shop().caller.product({ slug: 'unicorn' }))).toBe('NOT_FOUND')
  expect((await shop().caller.product({ slug: 'jumper' })).product.title).toBe('Jumper')
})

test('a listing says which part of it is a fallback', async () => {
  expect((await shop().caller.listing({ size: ['M'], inStock: true })).degraded).toEqual(['search'])
})

test('a listing refuses what no page can ask for, and searches nothing', async () => {
  const { caller, asked } = shop()
  const ask = caller.listing as (input: unknown) => Promise<unknown>
  const odd: readonly unknown[] = [
    { page: 0 },
    { page: 1e9 },
    { page: 1.5 },
    { priceMinMinor: -1 },
    { sort: 'cheapest' },
    { department: 'pets' },
    { size: 'M' },
    { size: Array.from({ length: 31 }, () => 'M') },
    { q: 'x'.repeat(121) },
    { limit: 1_000 },
    'everything',
  ]
  for (const input of odd) expect(await codeOf(ask(input)), JSON.stringify(input)).toBe('BAD_REQUEST')
  expect(asked).toEqual([])
})

test('suggestions need a text', async () => {
  expect(await codeOf(shop().caller.suggest({ text: '  ' }))).toBe('BAD_REQUEST')
  expect(await shop().caller.suggest({ text: 'ju' })).toEqual([])
})

test('the four procedures stand under shop', () => {
  const names = Object.keys(appRouter._def.procedures)
  expect(names).toEqual(expect.arrayContaining(['shop.home', 'shop.listing', 'shop.product', 'shop.suggest']))
})
