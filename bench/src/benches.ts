import type { BenchOptions } from './harness/options'

type Bench = { readonly about: string; readonly load: () => Promise<(options: BenchOptions) => Promise<void>> }

/** Every benchmark by name; a module is loaded when it is asked for. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  startup: {
    about: 'npm start in a fresh clone, then once more',
    load: async () => (await import('./startup')).startup,
  },
  browse: {
    about: 'listing, product and pages of 5,000 products x 6 variants over HTTP while stock changes',
    load: async () => (await import('./browse')).browse,
  },
  pages: {
    about: 'front page, listing and product page as they come up on a slow phone; beside each the same without scripts',
    load: async () => (await import('./pages')).pages,
  },
  checkout: {
    about: 'complete checkouts a second, 16 guests, over 50 SKUs and on one',
    load: async () => (await import('./checkout')).checkout,
  },
  reserve: {
    about: 'holds a second on one SKU and on 1,000 through the domain layer, beside one guarded statement a request',
    load: async () => (await import('./reserve')).reserve,
  },
  'inventory-hot': {
    about: 'durable holds a second on one SKU, 64 and 256 holders, beside one statement a request and pgbench',
    load: async () => (await import('./inventory-hot')).inventoryHot,
  },
  'inventory-wide': {
    about: 'durable holds a second over 10,000 SKUs, 1-4 lines a hold, beside one statement a request',
    load: async () => (await import('./inventory-wide')).inventoryWide,
  },
  'inventory-multi': {
    about: 'the same from four processes on one database; nothing oversold',
    load: async () => (await import('./inventory-multi')).inventoryMulti,
  },
  'inventory-http': {
    about: 'a hold through HTTP and tRPC beside the domain layer, on one SKU and wide: what each layer costs',
    load: async () => (await import('./inventory-http')).inventoryHttp,
  },
  'inventory-asof': {
    about: 'the past of the stock: 5 million events over 100,000 records, both axes, hot and cold streams',
    load: async () => (await import('./inventory-asof')).inventoryAsof,
  },
  import: {
    about: "a supplier's file of a million rows of shipments: taken in, checked, applied; rows a second and memory",
    load: async () => (await import('./import')).importFile,
  },
  live: {
    about: 'a change of stock to 1,000 open pages; what an idle stream costs',
    load: async () => (await import('./live')).live,
  },
  behaviour: {
    about:
      'signals of shoppers through the stream, 2,000 a second over a killed consumer; a tap until it is in the profile',
    load: async () => (await import('./behaviour')).behaviour,
  },
  forecast: {
    about: 'six held-out weeks of a demand the forecaster does not know the law of, by class, beside naive',
    load: async () => (await import('./forecast')).forecast,
  },
  'recs-rank': {
    about: '500 candidates ranked with all features, and vectors scanned, each beside the plain way',
    load: async () => (await import('./recs-rank')).recsRank,
  },
  neighbours: {
    about: 'neighbours of pieces at 100,000 orders, counted whole and brought up to date, in memory',
    load: async () => (await import('./neighbours')).neighbours,
  },
  'recs-serve': {
    about: 'a personal feed over 20,000 products at 1,000 requests a second, open loop; then through HTTP and tRPC',
    load: async () => (await import('./recs-serve')).recsServe,
  },
  'recs-stock': {
    about: '100,000 recommended pieces judged by the ledger while what is on the page sells out and comes back',
    load: async () => (await import('./recs-stock')).recsStock,
  },
  expiry: {
    about: '10,000 holds that end within ten seconds, with the scheduler and without',
    load: async () => (await import('./expiry')).expiry,
  },
}
