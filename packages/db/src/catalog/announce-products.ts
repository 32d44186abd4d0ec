import type pg from 'pg'

/** Tells everybody who follows the catalogue that these products changed: search index, shelves of cards, the engine. */
export const announceProducts = async (
  client: pg.ClientBase,
  productIds: readonly number[],
  correlationId: string,
): Promise<void> => {
  await client.query(
    `WITH changed AS (UPDATE product SET version = version + 1 WHERE id = ANY($1::int[]) RETURNING id, version)
    INSERT INTO outbox (topic, key, payload, correlation_id)
    SELECT 'catalog', id::text, jsonb_build_object('topic', 'catalog', 'type', 'ProductChanged', 'productId', id, 'version', version), $2
    FROM changed`,
    [productIds, correlationId],
  )
}
