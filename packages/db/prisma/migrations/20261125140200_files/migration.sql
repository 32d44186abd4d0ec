-- Files that come in and go out: their bytes, their rows once read, what is wrong with them, how far they are.
CREATE TABLE "file_job" (
    "id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "refusal" JSONB,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "encoding" TEXT,
    "bom_bytes" INTEGER,
    "delimiter" TEXT,
    "expected_rows" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "good_rows" INTEGER NOT NULL DEFAULT 0,
    "bad_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "changed_rows" INTEGER NOT NULL DEFAULT 0,
    "superseded_rows" INTEGER NOT NULL DEFAULT 0,
    "cursor" INTEGER NOT NULL DEFAULT 0,
    "skips_bad_rows" BOOLEAN NOT NULL DEFAULT false,
    "location_id" INTEGER,
    "created_by" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "checked_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "file_job_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "file_chunk" (
    "job_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("job_id","no")
);
CREATE TABLE "file_row" (
    "job_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "row_id" TEXT NOT NULL,
    "record_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "safety_stock" INTEGER,
    "at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "file_row_pkey" PRIMARY KEY ("job_id","no")
);
CREATE TABLE "file_problem" (
    "job_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "name" TEXT,
    "code" TEXT NOT NULL,
    "value" TEXT,

    CONSTRAINT "file_problem_pkey" PRIMARY KEY ("job_id","no")
);

CREATE INDEX "file_job_created_at_idx" ON "file_job"("created_at" DESC);

ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "file_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "file_row" ADD CONSTRAINT "file_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "file_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "file_problem" ADD CONSTRAINT "file_problem_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "file_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "file_job"
  ADD CONSTRAINT file_job_direction_known CHECK (direction IN ('in', 'out')),
  ADD CONSTRAINT file_job_state_known
    CHECK (state IN ('uploading', 'waiting', 'checking', 'ready', 'refused', 'applying', 'writing', 'done', 'dropped')),
  ADD CONSTRAINT file_job_counts_not_negative CHECK (rows >= 0 AND done_rows >= 0 AND done_rows <= rows);
CREATE INDEX file_job_at_work ON "file_job" (created_at) WHERE state IN ('waiting', 'checking', 'applying', 'writing');
-- Bytes are read once, front to back: kept as they are, outside the row.
ALTER TABLE "file_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
