import type { BenchOptions } from './harness/options'

type Bench = { readonly about: string; readonly load: () => Promise<{ run: (options: BenchOptions) => Promise<void> }> }

/** Every benchmark by name; a module is loaded when it is asked for. */
export const BENCHES = {
  reserve: {
    about: 'durable holds a second on one SKU and on 1,000, beside one guarded statement a request',
    load: async () => ({ run: (await import('./reserve')).reserve }),
  },
} as const satisfies Record<string, Bench>

export const isBench = (name: string): name is keyof typeof BENCHES => Object.hasOwn(BENCHES, name)
