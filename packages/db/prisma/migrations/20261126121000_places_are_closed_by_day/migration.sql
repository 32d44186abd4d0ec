-- The state of a whole place at the end of a day, as recorded by then: one row, an element of each list a record. A question
-- about the past of a place begins from it and adds up what was recorded since. Whatever is missing here is folded from
-- the ledger: the ledger alone is the truth.
CREATE TABLE "inventory_close" (
    "location_id" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "record_ids" INTEGER[],
    "version" INTEGER[],
    "on_hand" INTEGER[],
    "reserved" INTEGER[],
    "allocated" INTEGER[],
    "unavailable" INTEGER[],
    "short" INTEGER[],
    "oversell_cap" INTEGER[],
    "safety_stock" INTEGER[],

    CONSTRAINT "inventory_close_pkey" PRIMARY KEY ("location_id","closed_at")
);

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "inventory_close" ADD CONSTRAINT inventory_close_whole CHECK (
  cardinality(record_ids) = ALL (ARRAY[cardinality(version), cardinality(on_hand), cardinality(reserved), cardinality(allocated),
    cardinality(unavailable), cardinality(short), cardinality(oversell_cap), cardinality(safety_stock)]));

-- What was recorded since a close is found by time alone, in the few block ranges of those days. A range without a summary
-- is read by every such question: it gets its summary when the next one begins, not when the table is next vacuumed.
DO $$
DECLARE part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'inventory_event_recorded_at_idx'::regclass LOOP
    EXECUTE format('ALTER INDEX %s SET (autosummarize = on)', part);
  END LOOP;
END $$;
