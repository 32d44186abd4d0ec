import type { PoolClient } from 'pg'
import { SEEDED_POLLS } from '../generate/polls'

/** A version 4 shaped id out of a text, the same on every seed. */
const idOf = (text: string): string => `overlay(overlay(md5(${text}) PLACING '4' FROM 13) PLACING 'a' FROM 17)::uuid`
const chance = (text: string): string => `(abs(hashtext(${text})) % 1000) / 1000.0`

const WHERE = `ARRAY['for-you', 'similar', 'together', 'complete-look', 'bag', 'listing', 'listing', 'listing', 'listing', 'for-you']`
/** What each of those places draws from, in the same order; a listing is found, not chosen. */
const SOURCES = `ARRAY['affinity,popular,new,session', 'content,neighbours', 'together', 'content,editorial', 'together,neighbours',
     NULL, NULL, NULL, NULL, 'neighbours,factors,editorial,popular']`
const drawn = (list: string, name: string): string => `(${list})[1 + abs(hashtext(${name})) % array_length(${list}, 1)]`

/**
 * Where it was shown: half of it in listings, the rest on the rails with the source that brought it up, drawn from the
 * name of the showing, and the answer that brought it: one for each place of a visit. A listing is found, not answered.
 */
const showing = (key: string, position: string): string => {
  const where = drawn(WHERE, `'where/' || ${key}`)
  return `jsonb_strip_nulls(jsonb_build_object('placement', ${where}, 'position', ${position},
     'modelVersion', 'demo',
     'source', ${drawn(`string_to_array(${drawn(SOURCES, `'where/' || ${key}`)}, ',')`, `'source/' || ${key}`)},
     'servedId', CASE WHEN ${where} <> 'listing' THEN ${idOf(`'served/' || visit || '/' || ${where}`)} END))`
}

const INSERT = `INSERT INTO behaviour_event
  (logged_on, event_id, person, session_id, sequence, occurred_at, received_at, kind, product_id, signal)
  SELECT (at AT TIME ZONE 'UTC')::date, id, person, visit, sequence, at, at, signal->>'kind', (signal->>'productId')::int, signal`

// One visit led to each order: what was looked at before it, and what was taken. A return is no part of a visit.
const visitOf = (order: string): string => idOf(`'visit/' || ${order}`)

const FIRST_PLACES = `abs(hashtext('at/' || key)) % 8`

// What a signed-in buyer took, with the way to it: was shown it, opened it, looked at it, chose the size, put it into the bag,
// bought it, and sent it back where there is a return.
const BOUGHT = `
  WITH line AS (
    SELECT o.id::text || '/' || l.line_no AS key, 'u:' || o.user_id AS person, ${visitOf('o.id')} AS visit, o.placed_at, l.*
    FROM orders o JOIN order_line l ON l.order_id = o.id
    WHERE o.user_id IS NOT NULL AND o.state <> 'cancelled')
  ${INSERT} FROM (
    SELECT ${idOf(`'met/' || key`)} AS id, person, visit, 0 AS sequence, placed_at - interval '42 minutes' AS at,
      jsonb_build_object('kind', 'impression', 'productId', product_id, 'showing', ${showing('key', FIRST_PLACES)}) AS signal FROM line
    UNION ALL SELECT ${idOf(`'opened/' || key`)}, person, visit, 1, placed_at - interval '41 minutes',
      jsonb_build_object('kind', 'click', 'productId', product_id, 'showing', ${showing('key', FIRST_PLACES)}) FROM line
    UNION ALL SELECT ${idOf(`'view/' || key`)}, person, visit, 2, placed_at - interval '40 minutes',
      jsonb_build_object('kind', 'view', 'productId', product_id) FROM line
    UNION ALL SELECT ${idOf(`'size/' || key`)}, person, visit, 3, placed_at - interval '38 minutes',
      jsonb_build_object('kind', 'size', 'productId', product_id, 'size', size, 'colour', colour) FROM line
    UNION ALL SELECT ${idOf(`'add/' || key`)}, person, visit, 4, placed_at - interval '37 minutes',
      jsonb_build_object('kind', 'add', 'productId', product_id, 'sku', sku, 'size', size, 'colour', colour) FROM line
    UNION ALL SELECT ${idOf(`'purchase/' || key`)}, person, visit, 5, placed_at,
      jsonb_build_object('kind', 'purchase', 'productId', product_id, 'sku', sku, 'size', size, 'colour', colour,
        'quantity', quantity, 'unitPriceMinor', unit_price_minor) FROM line
    UNION ALL SELECT ${idOf(`'return/' || r.id || '/' || back.line_no`)}, person, NULL, 6, r.received_at,
      jsonb_build_object('kind', 'return', 'productId', product_id, 'sku', sku, 'size', size, 'quantity', back.quantity,
        'reason', CASE back.reason WHEN 'changed-my-mind' THEN 'changed-mind' WHEN 'not-as-pictured' THEN 'not-as-shown'
          WHEN 'arrived-damaged' THEN 'other' WHEN 'wrong-item' THEN 'other' ELSE back.reason END)
      FROM line JOIN return_request r ON r.order_id = line.order_id AND r.received_at IS NOT NULL
      JOIN return_line back ON back.return_id = r.id AND back.order_line_no = line.line_no) told (id, person, visit, sequence, at, signal)`

// Around a purchase one looks at others of the house or the kind; what was shown in the first places is opened more often.
const LOOKED_AT = `
  WITH look AS (
    SELECT o.id::text || '/' || l.line_no || '/' || n AS key, 'u:' || o.user_id AS person, ${visitOf('o.id')} AS visit,
      p.id AS product_id, o.placed_at - interval '1 hour' - n * interval '2 minutes' AS at,
      abs(hashtext('place/' || o.id || '/' || l.line_no || '/' || n)) % 12 AS place
    FROM orders o JOIN order_line l ON l.order_id = o.id JOIN product bought ON bought.id = l.product_id
    CROSS JOIN generate_series(1, 14) n
    JOIN product p ON p.id = 1 + (abs(hashtext(o.id || '/' || l.line_no || '/' || n)) % $1::int)
      AND p.id <> bought.id AND (p.garment = bought.garment OR p.category = bought.category OR p.brand_id = bought.brand_id)
    WHERE o.user_id IS NOT NULL AND p.department IN (bought.department, 'unisex')),
  shown AS (SELECT *, ${chance(`'open/' || key`)} < 0.75 / (1 + place * 0.25) AS is_opened FROM look)
  ${INSERT} FROM (
    SELECT ${idOf(`'shown/' || key`)} AS id, person, visit, 1 AS sequence, at - interval '20 seconds' AS at,
      jsonb_build_object('kind', 'impression', 'productId', product_id, 'showing', ${showing('key', 'place')}) AS signal
      FROM shown
    UNION ALL SELECT ${idOf(`'click/' || key`)}, person, visit, 2, at,
      jsonb_build_object('kind', 'click', 'productId', product_id, 'showing', ${showing('key', 'place')})
      FROM shown WHERE is_opened
    UNION ALL SELECT ${idOf(`'look/' || key`)}, person, visit, 3, at + interval '1 second',
      jsonb_build_object('kind', 'view', 'productId', product_id) FROM shown WHERE is_opened
    UNION ALL SELECT ${idOf(`'save/' || key`)}, person, visit, 4, at + interval '30 seconds',
      jsonb_build_object('kind', 'save', 'productId', product_id)
      FROM shown WHERE is_opened AND ${chance(`'save/' || key`)} < 0.08) told (id, person, visit, sequence, at, signal)`

// The answers that those showings name, of the days for which answers are kept: their pieces in their order, and beside
// which piece of the visit they stood. Nothing they were ranked by is made up: a ranking learns nothing from them.
const SERVED = `
  WITH shown AS (
    SELECT DISTINCT ON (1, product_id) (signal->'showing'->>'servedId')::uuid AS served_id, product_id, person, session_id,
      occurred_at, signal->'showing'->>'placement' AS placement, signal->'showing'->>'source' AS source,
      (signal->'showing'->>'position')::int AS position
    FROM behaviour_event
    WHERE kind = 'impression' AND signal->'showing'->>'servedId' IS NOT NULL
      AND occurred_at > $1::timestamptz - interval '29 days'
    ORDER BY 1, product_id, occurred_at),
  answer AS (
    SELECT served_id, min(occurred_at) AS served_at, min(person) AS person, min(placement) AS placement,
      min(session_id::text)::uuid AS session_id, array_agg(product_id) AS shown_ids,
      jsonb_agg(jsonb_build_object('productId', product_id, 'source', source, 'score', round(1.0 / (2 + position), 3),
        'reason', CASE source WHEN 'affinity' THEN 'BECAUSE_YOU_LIKE' WHEN 'popular' THEN 'MOST_BOUGHT' WHEN 'new' THEN 'NEW_IN'
          WHEN 'session' THEN 'VISITS_LIKE_THIS' WHEN 'content' THEN 'LIKE_THE' WHEN 'neighbours' THEN 'LIKED_WITH'
          WHEN 'together' THEN 'BOUGHT_WITH' WHEN 'factors' THEN 'TASTE_OF_MANY' ELSE 'CHOSEN_BY_US' END)
        ORDER BY position, product_id) AS products
    FROM shown GROUP BY served_id)
  INSERT INTO served_answer (id, served_at, person, placement, ask, products, versions)
  SELECT served_id, served_at, person, placement,
    jsonb_strip_nulls(jsonb_build_object('seed', 1, 'length', cardinality(shown_ids), 'anchorId', beside.product_id)),
    products, '{"ranker": "demo"}'
  FROM answer LEFT JOIN LATERAL (
    SELECT min(b.product_id) AS product_id FROM behaviour_event b
    WHERE answer.placement <> 'for-you' AND b.session_id = answer.session_id AND b.kind = 'purchase'
      AND b.product_id <> ALL (answer.shown_ids)) beside ON true`

// Two of five customers were asked each question; the first answers were chosen more often than the last.
const ANSWERED = `
  INSERT INTO poll_answer (poll_id, person, option_id, answered_at)
  SELECT p.id, 'u:' || u.id, p.options->(floor(jsonb_array_length(p.options) * power(${chance(`'choice/' || p.id || u.id`)}, 1.4))::int)->>'id',
    $2::timestamptz - make_interval(hours => abs(hashtext('when/' || p.id || u.id)) % 1200)
  FROM poll p CROSS JOIN users u
  WHERE u.role = 'shopper' AND u.id <> $1 AND ${chance(`'asked/' || p.id || u.id`)} < 0.4`

/**
 * Gives the past's customers a behaviour that agrees with what they bought, with their leave, and the shop its first
 * questions. Answers how many signals there are.
 */
export async function writeBehaviour(
  client: PoolClient,
  past: { products: number; today: Date; demoShopperId: string },
): Promise<number> {
  await client.query(
    `INSERT INTO consent (person, is_personal, decided_at) SELECT 'u:' || id, true, created_at FROM users WHERE role = 'shopper'`,
  )
  const bought = await client.query(BOUGHT)
  const looked = await client.query(LOOKED_AT, [past.products])
  await client.query(SERVED, [past.today])
  await client.query(
    `INSERT INTO saved_item (person, product_id, saved_at)
     SELECT person, product_id, max(occurred_at) FROM behaviour_event WHERE kind = 'save' GROUP BY person, product_id`,
  )
  for (const poll of SEEDED_POLLS) {
    await client.query('INSERT INTO poll (id, question, options, is_active, position) VALUES ($1, $2, $3, true, $4)', [
      poll.id,
      poll.question,
      JSON.stringify(poll.options),
      poll.position,
    ])
  }
  await client.query(ANSWERED, [past.demoShopperId, past.today])
  return (bought.rowCount ?? 0) + (looked.rowCount ?? 0)
}
