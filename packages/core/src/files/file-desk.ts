import type { Origin } from '../origin'
import { accept, type Result, reject } from '../result'
import { csvLine } from './csv-cell'
import { createEncodingScan } from './encoding'
import type { FileJob, FileRefusal, FileRejection, FileStore, NumberedProblem } from './file-job'
import type { FileKind } from './file-kinds'

/** Settings: what a file may hold. */
export type FileLimits = { readonly rows: number; readonly bytes: number }
export const DEFAULT_FILE_LIMITS: FileLimits = { rows: 1_000_000, bytes: 200 * 1024 * 1024 }

/** Files of stock, counts, suppliers' lists and shipments, in two phases: checked whole, changing nothing; then applied. */
export type FileDesk = {
  /** Takes bytes as they come; refuses as soon as they are too many, and then keeps none of them. */
  upload(
    input: { kind: FileKind; name: string; bytes: AsyncIterable<Uint8Array> },
    origin: Origin,
  ): Promise<Result<{ fileId: string }, FileRejection>>
  /** Bad rows keep a file from being applied unless they are to be skipped. */
  apply(fileId: string, skipBadRows: boolean): Promise<Result<{ fileId: string }, FileRejection>>
  drop(fileId: string): Promise<Result<{ fileId: string }, FileRejection>>
  beginExport(
    input: { kind: FileKind; location?: string; day: string },
    origin: Origin,
  ): Promise<Result<{ fileId: string }, FileRejection>>
  jobs(): Promise<readonly FileJob[]>
  problems(fileId: string, page: { afterNo: number; limit: number }): Promise<readonly NumberedProblem[]>
  /** The text of an export, or of the list of problems, piece by piece. */
  download(
    fileId: string,
    what: 'file' | 'problems',
  ): Promise<Result<{ name: string; pieces: AsyncIterable<Uint8Array> }, FileRejection>>
}

const JOBS_SHOWN = 50
const CHUNK_BYTES = 1024 * 1024
const PROBLEM_PAGE = 2_000

export const createFileDesk = (deps: {
  readonly store: FileStore
  readonly limits: FileLimits
  readonly newId: () => string
  readonly locationId: (code: string) => Promise<number | undefined>
}): FileDesk => {
  const { store, limits, newId, locationId: findLocation } = deps

  const take = async (id: string, bytes: AsyncIterable<Uint8Array>): Promise<FileRefusal | undefined> => {
    const scan = createEncodingScan()
    let pending: Uint8Array[] = []
    let pendingBytes = 0
    let no = 0
    const flush = async (): Promise<void> => {
      if (pendingBytes === 0) return
      await store.putChunk(id, no++, joined(pending, pendingBytes))
      pending = []
      pendingBytes = 0
    }
    for await (const piece of bytes) {
      scan.push(piece)
      if (scan.bytes() > limits.bytes) return { code: 'TOO_LARGE', limitBytes: limits.bytes }
      // A header comes on top.
      if (scan.lines() > limits.rows + 1) return { code: 'TOO_MANY_ROWS', limit: limits.rows }
      pending.push(piece)
      pendingBytes += piece.length
      if (pendingBytes >= CHUNK_BYTES) await flush()
    }
    await flush()
    const verdict = scan.finish()
    if ('refused' in verdict) return { code: verdict.refused }
    await store.uploaded(id, { bytes: scan.bytes(), expectedRows: scan.lines(), ...verdict })
    return undefined
  }
  const must = async (fileId: string): Promise<Result<FileJob, FileRejection>> => {
    const job = await store.job(fileId)
    return job ? accept(job) : reject({ code: 'UNKNOWN_FILE', fileId })
  }
  async function* problemLines(fileId: string): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder()
    yield encoder.encode(csvLine(['line', 'column', 'name', 'problem', 'value']))
    for (let afterNo = 0; ; ) {
      const page = await store.problems(fileId, { afterNo, limit: PROBLEM_PAGE })
      const text = page
        .map(({ line, column, name, code, value }) => csvLine([line, column, name, code, value]))
        .join('')
      if (page.length > 0) yield encoder.encode(text)
      if (page.length < PROBLEM_PAGE) return
      afterNo = page.at(-1)?.no ?? afterNo
    }
  }

  return {
    upload: async ({ kind, name, bytes }, { actor, correlationId }) => {
      const id = newId()
      await store.begin({ id, kind, name, actor, correlationId })
      let refusal: FileRefusal | undefined
      try {
        refusal = await take(id, bytes)
      } catch (fault) {
        await store.drop(id)
        throw fault
      }
      if (!refusal) return accept({ fileId: id })
      await store.drop(id)
      return reject({ code: 'FILE_REFUSED', refusal })
    },
    apply: async (fileId, skipBadRows) => {
      const job = await must(fileId)
      if (!job.ok) return job
      const { state, badRows } = job.value
      if (state !== 'ready') return reject({ code: 'FILE_NOT_READY', state })
      if (badRows > 0 && !skipBadRows) return reject({ code: 'FILE_HAS_BAD_ROWS', badRows })
      if (await store.approve(fileId, skipBadRows)) return accept({ fileId })
      return reject({ code: 'FILE_NOT_READY', state: 'applying' })
    },
    drop: async (fileId) => {
      const job = await must(fileId)
      if (!job.ok) return job
      if (await store.drop(fileId)) return accept({ fileId })
      return reject({ code: 'FILE_NOT_READY', state: job.value.state })
    },
    beginExport: async ({ kind, location, day }, { actor, correlationId }) => {
      const locationId = location === undefined ? undefined : await findLocation(location)
      if (location !== undefined && locationId === undefined) return reject({ code: 'UNKNOWN_PLACE', location })
      const id = newId()
      const name = `${kind}${location === undefined ? '' : `-${location.toLowerCase()}`}-${day}.csv`
      const place = locationId === undefined ? {} : { locationId }
      await store.beginExport({ id, kind, name, ...place, actor, correlationId })
      return accept({ fileId: id })
    },
    jobs: () => store.jobs(JOBS_SHOWN),
    problems: (fileId, page) => store.problems(fileId, page),
    download: async (fileId, what) => {
      const job = await must(fileId)
      if (!job.ok) return job
      const { name, state, direction } = job.value
      if (what === 'problems')
        return accept({ name: `${name.replace(/\.csv$/i, '')}-problems.csv`, pieces: problemLines(fileId) })
      if (direction !== 'out' || state !== 'done') return reject({ code: 'FILE_NOT_READY', state })
      return accept({ name, pieces: store.chunks(fileId) })
    },
  }
}

const joined = (pieces: readonly Uint8Array[], bytes: number): Uint8Array => {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
