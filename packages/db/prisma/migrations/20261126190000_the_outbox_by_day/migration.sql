-- The outbox by the day its rows were recorded: a day that everybody has read is dropped as a whole (ADR 0021). Rows that
-- are there keep their positions and numbers; those of days gone by wait in the catch-all until a worker makes their day.
ALTER TABLE "outbox" RENAME TO "outbox_whole";
ALTER TABLE "outbox_whole" RENAME CONSTRAINT "outbox_pkey" TO "outbox_whole_pkey";
ALTER TABLE "outbox_whole" ALTER COLUMN "position" DROP DEFAULT;
DROP INDEX outbox_unstamped;
DROP INDEX "outbox_seq_key";

CREATE TABLE "outbox" (
    "position" BIGINT NOT NULL DEFAULT nextval('outbox_position_seq'),
    "seq" BIGINT,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSON NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("position", "recorded_at")
) PARTITION BY RANGE ("recorded_at");
ALTER SEQUENCE "outbox_position_seq" OWNED BY "outbox"."position";

-- The relay's work list: rows no leader has stamped yet.
CREATE INDEX outbox_unstamped ON "outbox" (position) WHERE seq IS NULL;

-- A day whose table nobody made in time loses nothing: its rows wait here until it is made. No insert ever fails.
CREATE TABLE "outbox_default" PARTITION OF "outbox" DEFAULT;
-- A number is unique within its table by this, over all of them by the one counter it is drawn from.
CREATE UNIQUE INDEX outbox_default_seq ON "outbox_default" (seq) WHERE seq IS NOT NULL;

INSERT INTO "outbox" ("position", "seq", "topic", "key", "payload", "correlation_id", "recorded_at")
SELECT "position", "seq", "topic", "key", "payload", "correlation_id", "recorded_at" FROM "outbox_whole";
DROP TABLE "outbox_whole";

-- Makes the table of a day (UTC) and moves into it what came before it was there; answers whether it was missing.
-- Filled first and attached then, so that who writes into another day waits for nothing.
CREATE FUNCTION make_outbox_day(day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  name text := 'outbox_' || to_char(day, 'YYYYMMDD');
  day_start text := day || ' 00:00:00+00';
  day_end text := (day + 1) || ' 00:00:00+00';
BEGIN
  IF to_regclass(name) IS NOT NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE outbox INCLUDING DEFAULTS)', name);
  LOCK TABLE outbox_default IN ACCESS EXCLUSIVE MODE;
  EXECUTE format(
    'WITH early AS (DELETE FROM outbox_default WHERE recorded_at >= %L AND recorded_at < %L RETURNING *) INSERT INTO %I SELECT * FROM early',
    day_start, day_end, name);
  EXECUTE format('CREATE UNIQUE INDEX %I ON %I (seq) WHERE seq IS NOT NULL', name || '_seq', name);
  EXECUTE format('ALTER TABLE outbox ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, day_start, day_end);
  RETURN true;
END $$;

SELECT make_outbox_day((clock_timestamp() AT TIME ZONE 'UTC')::date + ahead) FROM generate_series(0, 3) AS ahead;
