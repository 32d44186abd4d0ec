-- Systems outside that tell us of stock: tills, shops' own systems, suppliers' feeds.
CREATE TABLE "sync_source" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "location_id" INTEGER,
    "expected_every_minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "last_lag_ms" BIGINT,
    "last_skew_ms" BIGINT,
    "batches" INTEGER NOT NULL DEFAULT 0,
    "messages" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sync_source_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sync_batch" (
    "source_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "sync_batch_pkey" PRIMARY KEY ("source_id","batch_id")
);
CREATE TABLE "sync_message" (
    "source_id" UUID NOT NULL,
    "record_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_message_pkey" PRIMARY KEY ("source_id","record_id","seq")
);
CREATE TABLE "count_mark" (
    "record_id" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "source_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "counted" INTEGER NOT NULL,

    CONSTRAINT "count_mark_pkey" PRIMARY KEY ("record_id")
);
CREATE TABLE "sync_conflict" (
    "id" BIGSERIAL NOT NULL,
    "source_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "line" INTEGER,
    "sku" TEXT,
    "location" TEXT,
    "record_id" INTEGER,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "sync_conflict_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "sync_source_key_id_key" ON "sync_source"("key_id");
CREATE INDEX "sync_message_record_id_idx" ON "sync_message"("record_id");
CREATE INDEX "sync_batch_received_at_idx" ON "sync_batch"("received_at");
CREATE INDEX "sync_conflict_source_id_idx" ON "sync_conflict"("source_id");

ALTER TABLE "sync_source" ADD CONSTRAINT "sync_source_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sync_batch" ADD CONSTRAINT "sync_batch_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sync_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sync_message" ADD CONSTRAINT "sync_message_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sync_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sync_conflict" ADD CONSTRAINT "sync_conflict_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sync_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "sync_source" ADD CONSTRAINT sync_source_expected_positive CHECK (expected_every_minutes > 0);
ALTER TABLE "sync_message" ADD CONSTRAINT sync_message_seq_positive CHECK (seq > 0);
CREATE INDEX sync_conflict_open ON "sync_conflict" (id) WHERE resolved_at IS NULL;
-- The newest count of a record, whoever counted: a till's late word from before it is already in what was counted.
CREATE INDEX inventory_event_counted ON "inventory_event" (record_id, effective_at) WHERE type = 'Counted';
