import type { Pool, PoolClient } from 'pg'
import { tellRoom } from '../outbox/tell-rooms'

export type StoredModel = {
  readonly version: string
  readonly checksum: string
  readonly body: unknown
  /** The arrays of a model that is stored as a file; its header is the body. */
  readonly file?: Uint8Array
}

/** Publishes a model in one transaction: whoever asks for the active one sees the old or the new, never none. */
export async function publishModel(pool: Pool, name: string, model: StoredModel): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await takeTurn(client, name)
    await makeActive(client, name, model)
    await client.query('COMMIT')
  } catch (fault) {
    await client.query('ROLLBACK')
    throw fault
  } finally {
    client.release()
  }
}

/** Two trainings of a model that end together take turns, until the end of the transaction: exactly one is active afterwards. */
export async function takeTurn(client: PoolClient, name: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`model:${name}`])
}

/** Stores a model as the active one of its name; within a transaction whose turn it is. */
export async function makeActive(client: PoolClient, name: string, model: StoredModel): Promise<void> {
  await client.query('UPDATE model_artefact SET active = false WHERE name = $1 AND active', [name])
  await client.query(
    `INSERT INTO model_artefact (name, version, checksum, body, file, active) VALUES ($1, $2, $3, $4, $5, true)
     ON CONFLICT (name, version) DO UPDATE
     SET checksum = excluded.checksum, body = excluded.body, file = excluded.file, active = true`,
    [name, model.version, model.checksum, JSON.stringify(model.body), model.file ?? null],
  )
  await tellRoom(client, 'recommendation', `model:${name}`)
}

/** The active model's version and checksum, without its body. */
export async function activeModel(
  pool: Pick<Pool, 'query'>,
  name: string,
): Promise<Pick<StoredModel, 'version' | 'checksum'> | undefined> {
  const { rows } = await pool.query<Pick<StoredModel, 'version' | 'checksum'>>(
    'SELECT version, checksum FROM model_artefact WHERE name = $1 AND active ORDER BY id DESC LIMIT 1',
    [name],
  )
  return rows[0]
}

/** The active model whole. */
export async function loadModel(pool: Pool, name: string): Promise<StoredModel | undefined> {
  const { rows } = await pool.query<StoredModel>(
    'SELECT version, checksum, body FROM model_artefact WHERE name = $1 AND active ORDER BY id DESC LIMIT 1',
    [name],
  )
  return rows[0]
}
