import { type Artefact, checksumOf, parseArtefact } from '@selvedge/recs'
import type { Pool } from 'pg'
import { activeModel, publishModel } from './model-store'

export type LoadedArtefact = { readonly version: string; readonly artefact: Artefact }

/** Publishes a model file as the active one of its name. A file that does not read back is refused before it is stored. */
export async function publishArtefact(pool: Pool, bytes: Uint8Array): Promise<{ version: string; isNew: boolean }> {
  const { arrays, ...header } = parseArtefact(bytes)
  const checksum = checksumOf(bytes)
  const active = await activeModel(pool, header.name)
  if (active?.checksum === checksum) return { version: active.version, isNew: false }
  await publishModel(pool, header.name, { version: header.version, checksum, body: header, file: bytes })
  return { version: header.version, isNew: true }
}

/** One stored version of a model, active or not, read whole and checked; undefined for one that is not there. */
export async function loadArtefactVersion(pool: Pool, name: string, version: string): Promise<Artefact | undefined> {
  const { rows } = await pool.query<{ file: Buffer | null }>(
    'SELECT file FROM model_artefact WHERE name = $1 AND version = $2',
    [name, version],
  )
  const file = rows[0]?.file
  return file ? parseArtefact(file) : undefined
}

/**
 * The active model file of a name, read whole and checked; undefined where there is none. With `known` the version in
 * memory, and undefined is answered when it is still the active one.
 */
export async function loadArtefact(pool: Pool, name: string, known?: string): Promise<LoadedArtefact | undefined> {
  const stored = await activeFile(pool, name, known === undefined ? [] : [known])
  return stored && artefactIn(name, stored)
}

/** A file as it is stored: nobody has checked it. */
export type StoredFile = { readonly version: string; readonly file: Buffer | null }

/** The active file of a name; undefined where there is none, or where its version is one of those that are passed by. */
export async function activeFile(
  pool: Pool,
  name: string,
  passedBy: readonly string[],
): Promise<StoredFile | undefined> {
  const { rows } = await pool.query<StoredFile>(
    `SELECT version, file FROM model_artefact WHERE name = $1 AND active AND version <> ALL($2::text[])
     ORDER BY id DESC LIMIT 1`,
    [name, passedBy],
  )
  return rows[0]
}

/** What a stored file holds, checked; one that is broken is a fault. */
export function artefactIn(name: string, { version, file }: StoredFile): LoadedArtefact {
  if (!file) throw new Error(`model ${name} ${version}: stored without a file`)
  return { version, artefact: parseArtefact(file) }
}
