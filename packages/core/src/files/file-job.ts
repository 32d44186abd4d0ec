import type { FileEncoding } from './encoding'
import type { FileKind, FileProblemOfHeader } from './file-kinds'
import type { RowProblem } from './row-problem'

/** `waiting` and `checking`: nothing has changed. `ready`: checked, waits for a person. `applying`, `writing`: at work. */
export const FILE_STATES = [
  'uploading',
  'waiting',
  'checking',
  'ready',
  'refused',
  'applying',
  'writing',
  'done',
  'dropped',
] as const
export type FileState = (typeof FILE_STATES)[number]

/** Why a file is refused as a whole. */
export type FileRefusal =
  | FileProblemOfHeader
  | { readonly code: 'EMPTY' | 'NOT_TEXT' | 'UNKNOWN_ENCODING' }
  | { readonly code: 'TOO_MANY_ROWS'; readonly limit: number }
  | { readonly code: 'TOO_LARGE'; readonly limitBytes: number }

export type FileJob = {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly kind: FileKind
  readonly name: string
  readonly state: FileState
  readonly refusal?: FileRefusal
  readonly bytes: number
  readonly encoding?: FileEncoding
  readonly delimiter?: string
  readonly expectedRows: number
  readonly rows: number
  readonly goodRows: number
  readonly badRows: number
  readonly doneRows: number
  /** Rows whose number differed from the books. */
  readonly changedRows: number
  /** Rows older than a count that was applied before. */
  readonly supersededRows: number
  readonly skipsBadRows: boolean
  readonly createdAt: Date
  readonly finishedAt?: Date
}

export type FileRejection =
  | { readonly code: 'FILE_REFUSED'; readonly refusal: FileRefusal }
  | { readonly code: 'UNKNOWN_FILE'; readonly fileId: string }
  | { readonly code: 'FILE_NOT_READY'; readonly state: FileState }
  | { readonly code: 'FILE_HAS_BAD_ROWS'; readonly badRows: number }
  | { readonly code: 'UNKNOWN_PLACE'; readonly location: string }

export type NumberedProblem = RowProblem & { readonly no: number }

export type FileStore = {
  begin(job: { id: string; kind: FileKind; name: string; actor: string; correlationId: string }): Promise<void>
  putChunk(id: string, no: number, bytes: Uint8Array): Promise<void>
  /** The upload is whole: it waits to be checked. */
  uploaded(
    id: string,
    facts: { bytes: number; encoding: FileEncoding; bomBytes: number; expectedRows: number },
  ): Promise<void>
  drop(id: string): Promise<boolean>
  beginExport(job: {
    id: string
    kind: FileKind
    name: string
    locationId?: number
    actor: string
    correlationId: string
  }): Promise<void>
  job(id: string): Promise<FileJob | undefined>
  jobs(limit: number): Promise<readonly FileJob[]>
  problems(id: string, page: { afterNo: number; limit: number }): Promise<readonly NumberedProblem[]>
  /** Ready becomes applying, once; false when it was not ready any more. */
  approve(id: string, skipsBadRows: boolean): Promise<boolean>
  /** The bytes of a job, chunk by chunk. */
  chunks(id: string): AsyncIterable<Uint8Array>
}
