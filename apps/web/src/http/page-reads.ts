import { AsyncLocalStorage } from 'node:async_hooks'

/** What one page was made from, told by the parts it was read from while it was made. */
export type PageReads = {
  /** It knows who asked: their name, their bag, their consent. */
  isPersonal: boolean
  /** For each read, whether it would answer the same now. */
  readonly stillSo: (() => boolean)[]
}

export type ReadWatch = {
  /** Gathers what is read within `make`, however deep and however late in it. */
  during<T>(reads: PageReads, make: () => T): T
  /** Told by a part after a read; nobody listens outside a page. */
  note(stillSo: () => boolean): void
  notePersonal(): void
}

/** Follows the reads of each page through everything that it awaits. */
export const createReadWatch = (): ReadWatch => {
  const watching = new AsyncLocalStorage<PageReads>()
  return {
    during: (reads, make) => watching.run(reads, make),
    note: (stillSo) => {
      watching.getStore()?.stillSo.push(stillSo)
    },
    notePersonal: () => {
      const reads = watching.getStore()
      if (reads) reads.isPersonal = true
    },
  }
}
