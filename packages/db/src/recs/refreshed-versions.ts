import type { PoolClient } from 'pg'

/** The fact by which a version says which training it goes on from. */
export const GOES_ON_FROM = 'goes_on_from'

/** Of versions that come every few minutes an hour's stay, to go back to; a file of each for ever would fill the disk. */
const KEPT = 12

/** Forgets all but the newest refreshed versions of a model: not the one that answers, nor any that an experiment names. */
export async function forgetRefreshed(client: PoolClient, name: string): Promise<void> {
  await client.query(
    `DELETE FROM model_artefact old WHERE old.name = $1 AND NOT old.active AND old.body->'facts' ? $2
       AND old.id NOT IN (SELECT id FROM model_artefact WHERE name = $1 AND body->'facts' ? $2 ORDER BY id DESC LIMIT $3)
       AND NOT EXISTS (SELECT 1 FROM experiment e WHERE strpos(e.design::text, old.version) > 0)`,
    [name, GOES_ON_FROM, KEPT],
  )
}
