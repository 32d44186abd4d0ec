import {
  type Artefact,
  basisArtefact,
  checksumOf,
  type NeighbourBasis,
  parseArtefact,
  parseBasis,
  serialiseArtefact,
} from '@selvedge/recs'
import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../inventory/in-transaction'
import { activeModel, makeActive, takeTurn } from './model-store'
import { forgetRefreshed } from './refreshed-versions'
import type { TrainedModel } from './shop-models'

/** What a version was counted from; its header says when, with which settings and from which training on. */
export type KeptBasis = {
  readonly version: string
  readonly knownUntil: Date
  readonly header: Omit<Artefact, 'arrays' | 'format' | 'kind'>
  readonly basis: NeighbourBasis
}

/** Which version a basis is kept for and what it knows, without reading it; undefined where there is none. */
export async function keptUntil(
  pool: Pool,
  model: string,
): Promise<Pick<KeptBasis, 'version' | 'knownUntil'> | undefined> {
  const { rows } = await pool.query<{ version: string; known_until: Date }>(
    'SELECT version, known_until FROM model_basis WHERE model = $1',
    [model],
  )
  const [stored] = rows
  return stored && { version: stored.version, knownUntil: stored.known_until }
}

/** The basis that is kept for a model; undefined where there is none. A damaged one is a fault. */
export async function loadBasis(pool: Pool, model: string): Promise<KeptBasis | undefined> {
  const { rows } = await pool.query<{ version: string; known_until: Date; file: Buffer }>(
    'SELECT version, known_until, file FROM model_basis WHERE model = $1',
    [model],
  )
  const [stored] = rows
  if (stored === undefined) return undefined
  const artefact = parseArtefact(stored.file)
  const { name, version, window, metrics, facts } = artefact
  return {
    version: stored.version,
    knownUntil: stored.known_until,
    header: { name, version, window, metrics, facts },
    basis: parseBasis(artefact),
  }
}

export type CountedModel = Omit<KeptBasis, 'version'> & {
  readonly artefact: Artefact
  /** The version it goes on from; without one it was trained on everything. */
  readonly goesOnFrom?: string
}

/**
 * Publishes a model together with what it was counted from, in one transaction. One that goes on from a version which does
 * not answer any more writes nothing; the version that does is answered.
 */
export const publishCounted = (
  pool: Pool,
  { artefact, knownUntil, header, basis, goesOnFrom }: CountedModel,
): Promise<Pick<TrainedModel, 'version' | 'isNew'>> => {
  const { arrays, ...body } = artefact
  const file = serialiseArtefact(artefact)
  const checksum = checksumOf(file)
  return inTransaction(pool, async (client) => {
    await takeTurn(client, artefact.name)
    const active = await activeModel(client, artefact.name)
    if (goesOnFrom !== undefined && active?.version !== goesOnFrom) {
      return { version: active?.version ?? goesOnFrom, isNew: false }
    }
    const isNew = active?.checksum !== checksum
    const version = isNew ? artefact.version : (active?.version ?? artefact.version)
    if (isNew) await makeActive(client, artefact.name, { version, checksum, body, file })
    await keepBasis(client, { model: artefact.name, version, knownUntil, header, basis })
    if (goesOnFrom === undefined) await client.query('DELETE FROM left_name WHERE left_at < $1', [knownUntil])
    else await forgetRefreshed(client, artefact.name)
    return { version, isNew }
  })
}

/** Nothing else is known, but until later: the model and what it was counted from stay as they are. */
export async function knowUntil(
  pool: Pool,
  model: string,
  { version, knownUntil }: Pick<KeptBasis, 'version' | 'knownUntil'>,
): Promise<void> {
  await pool.query('UPDATE model_basis SET known_until = $3 WHERE model = $1 AND version = $2 AND known_until < $3', [
    model,
    version,
    knownUntil,
  ])
}

async function keepBasis(client: PoolClient, kept: KeptBasis & { readonly model: string }): Promise<void> {
  await client.query(
    `INSERT INTO model_basis (model, version, known_until, file) VALUES ($1, $2, $3, $4)
     ON CONFLICT (model) DO UPDATE
     SET version = excluded.version, known_until = excluded.known_until, file = excluded.file`,
    [kept.model, kept.version, kept.knownUntil, serialiseArtefact(basisArtefact(kept.header, kept.basis))],
  )
}
