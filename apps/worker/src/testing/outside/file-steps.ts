import { randomUUID } from 'node:crypto'
import { createFileDesk, type FileDesk, type FileJob, type FileKind } from '@selvedge/core'
import { createFileStore, createFileWork, type createStockEngine, type FileWork } from '@selvedge/db'
import type { TestDatabase } from '@selvedge/db/testing'

const ORIGIN = { actor: 'staff:a', correlationId: 'trail' }

export type FileSteps = {
  readonly desk: FileDesk
  readonly work: FileWork
  upload(kind: FileKind, ...bytes: (string | Uint8Array)[]): ReturnType<FileDesk['upload']>
  /** Taken in and read to its end. */
  checked(kind: FileKind, ...bytes: (string | Uint8Array)[]): Promise<FileJob>
  jobOf(fileId: string): Promise<FileJob>
  /** Approved and worked on to its end. */
  applied(fileId: string, skipBadRows?: boolean): Promise<FileJob>
  /** Written to its end; its bytes. */
  exported(kind: FileKind, location?: string): Promise<readonly Uint8Array[]>
}

async function* pieces(...bytes: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of bytes) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
}

/** What staff and the worker do with files, on a database of its own. Its location L1 is known to exports. */
export const fileSteps = ({ pool }: TestDatabase, engine: ReturnType<typeof createStockEngine>): FileSteps => {
  const desk = createFileDesk({
    store: createFileStore({ pool }),
    limits: { rows: 10_000, bytes: 2_000_000 },
    newId: () => randomUUID(),
    locationId: async (code) => (code === 'L1' ? 1 : undefined),
  })
  const work = createFileWork({ pool, engine })
  const jobOf = async (fileId: string): Promise<FileJob> => {
    const job = (await desk.jobs()).find(({ id }) => id === fileId)
    if (!job) throw new Error('no such file')
    return job
  }
  const upload: FileSteps['upload'] = (kind, ...bytes) =>
    desk.upload({ kind, name: 'test.csv', bytes: pieces(...bytes) }, ORIGIN)
  const toEnd = async (fileId: string): Promise<void> => {
    while ((await work.advance(fileId, 10_000)) === 'again');
  }
  return {
    desk,
    work,
    upload,
    jobOf,
    checked: async (kind, ...bytes) => {
      const uploaded = await upload(kind, ...bytes)
      if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.error))
      await toEnd(uploaded.value.fileId)
      return jobOf(uploaded.value.fileId)
    },
    applied: async (fileId, skipBadRows = false) => {
      const answer = await desk.apply(fileId, skipBadRows)
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      await toEnd(fileId)
      return jobOf(fileId)
    },
    exported: async (kind, location) => {
      const place = location === undefined ? {} : { location }
      const begun = await desk.beginExport({ kind, ...place, day: '2026-11-25' }, ORIGIN)
      if (!begun.ok) throw new Error(begun.error.code)
      await toEnd(begun.value.fileId)
      const file = await desk.download(begun.value.fileId, 'file')
      if (!file.ok) throw new Error(file.error.code)
      const bytes: Uint8Array[] = []
      for await (const piece of file.value.pieces) bytes.push(piece)
      return bytes
    },
  }
}
