import { accept, type Result, reject } from '@selvedge/core'
import { checksumOf, parseArtefact } from '@selvedge/recs'
import type { Pool } from 'pg'
import { publishArtefact } from './artefact-store'

/** The name of a version stands for one file: what runs under it was chosen, judged and logged by that name. */
export type ImportRejection = { readonly code: 'VERSION_USED'; readonly name: string; readonly version: string }

/**
 * Publishes a model file from elsewhere as the active one. A version that is stored with another content is refused:
 * running shops would go on with the one they have read under that name. The same file again is made active again.
 */
export async function importArtefact(
  pool: Pool,
  bytes: Uint8Array,
): Promise<Result<{ version: string; isNew: boolean }, ImportRejection>> {
  const { name, version } = parseArtefact(bytes)
  const { rows } = await pool.query<{ checksum: string }>(
    'SELECT checksum FROM model_artefact WHERE name = $1 AND version = $2',
    [name, version],
  )
  const stored = rows[0]
  if (stored && stored.checksum !== checksumOf(bytes)) return reject({ code: 'VERSION_USED', name, version })
  return accept(await publishArtefact(pool, bytes))
}
