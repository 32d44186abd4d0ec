import { describe, expect, test } from 'vitest'
import { DEMO_LOGINS, demoLoginsAllowed } from './demo-logins'
import { countsLine, progressPrinter } from './report'
import { parseSeedArguments } from './seed-arguments'

describe('the seed command', () => {
  test('makes 800 products when nothing else is said', () => {
    expect(parseSeedArguments([])).toEqual({ products: 800, seed: 7, ifEmpty: false, fresh: false })
  })

  test('takes its options, also behind the dashes of npm', () => {
    const args = ['--', '--products', '100000', '--seed', '42', '--if-empty']
    expect(parseSeedArguments(args)).toEqual({ products: 100_000, seed: 42, ifEmpty: true, fresh: false })
  })

  test.each([['0'], ['-1'], ['1.5'], ['many'], ['1e9']])('refuses %s products in one line', (products) => {
    expect(() => parseSeedArguments([`--products=${products}`])).toThrow(
      '--products has to be a whole number from 1 to 1,000,000.',
    )
  })

  test('refuses an option it does not know', () => {
    expect(() => parseSeedArguments(['--product', '5'])).toThrow()
  })
})

describe('demo logins', () => {
  test('are one a role and never at a real domain', () => {
    expect(DEMO_LOGINS.map((login) => login.role)).toEqual(['shopper', 'merchandiser', 'admin'])
    expect(DEMO_LOGINS.every((login) => login.email.endsWith('@selvedge.example'))).toBe(true)
  })

  test('are refused where production meets a database elsewhere', () => {
    const databaseUrl = 'postgresql://shop:secret@db.internal:5432/shop'
    expect(demoLoginsAllowed({ nodeEnv: 'production', databaseUrl })).toBe(false)
    expect(demoLoginsAllowed({ nodeEnv: 'development', databaseUrl })).toBe(true)
    expect(demoLoginsAllowed({ nodeEnv: 'production', databaseUrl: 'postgresql://shop@127.0.0.1:5433/shop' })).toBe(
      true,
    )
    expect(
      demoLoginsAllowed({ nodeEnv: 'production', databaseUrl: 'postgresql://shop@localhost.evil.example/shop' }),
    ).toBe(false)
  })
})

test('the end of every step is printed, however fast it came', () => {
  const lines: string[] = []
  const report = progressPrinter((line) => lines.push(line))
  report({ step: 'products', done: 500, of: 1_000 })
  report({ step: 'products', done: 1_000, of: 1_000 })
  report({ step: 'orders', done: 10, of: 10 })
  expect(lines).toEqual(['  products 500 of 1,000', '  products 1,000 of 1,000', '  orders 10 of 10'])
})

test('the last line counts what was made and how long it took', () => {
  const counts = {
    brands: 40,
    products: 800,
    skus: 11_815,
    records: 26_000,
    ledgerEntries: 45_000,
    collections: 9,
    customers: 400,
    orders: 3_990,
    signals: 81_000,
  }
  expect(countsLine(counts, 3.14)).toBe(
    'seeded 40 brands, 800 products, 11,815 SKUs, 26,000 inventory records, 45,000 ledger entries, 9 collections, 400 customers, 3,990 past orders, 81,000 signals of shoppers in 3.1 s',
  )
})
