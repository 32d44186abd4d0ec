import type { SeedCounts } from './seed-database'
import type { SeedProgress } from './seed-progress'

/** Prints progress at most every two seconds, and always the end of a step. */
export function progressPrinter(print: (line: string) => void): (progress: SeedProgress) => void {
  let last = 0
  return ({ step, done, of }) => {
    if (done < of && Date.now() - last < 2_000) return
    last = Date.now()
    print(`  ${step} ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`)
  }
}

/** The counts of a seed in one line. */
export function countsLine(counts: SeedCounts, seconds: number): string {
  const named: ReadonlyArray<readonly [number, string]> = [
    [counts.brands, 'brands'],
    [counts.products, 'products'],
    [counts.skus, 'SKUs'],
    [counts.records, 'inventory records'],
    [counts.ledgerEntries, 'ledger entries'],
    [counts.collections, 'collections'],
    [counts.customers, 'customers'],
    [counts.orders, 'past orders'],
    [counts.signals, 'signals of shoppers'],
  ]
  return `seeded ${named.map(([count, name]) => `${count.toLocaleString('en')} ${name}`).join(', ')} in ${seconds.toFixed(1)} s`
}
