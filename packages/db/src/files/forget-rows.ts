import type pg from 'pg'

/** Forgets the good rows of a file, of whatever kind it is. */
export const forgetRows = async (client: pg.ClientBase | pg.Pool, id: string): Promise<void> => {
  await client.query('DELETE FROM file_row WHERE job_id = $1', [id])
  await client.query('DELETE FROM file_shipment_row WHERE job_id = $1', [id])
}
