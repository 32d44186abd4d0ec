-- Of what is there already it is not known when it was written: the next training counts it, whenever it was. A default
-- that stands still rewrites no table; the clock is its default from then on.
ALTER TABLE "behaviour_event" ADD COLUMN "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
ALTER TABLE "behaviour_event" ALTER COLUMN "written_at" SET DEFAULT clock_timestamp();

-- CreateIndex
CREATE INDEX "behaviour_event_written_at_idx" ON "behaviour_event" USING BRIN ("written_at");

-- CreateIndex
CREATE INDEX "order_event_at_idx" ON "order_event" USING BRIN ("at");

-- CreateTable
CREATE TABLE "model_basis" (
    "model" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "known_until" TIMESTAMPTZ(3) NOT NULL,
    "file" BYTEA NOT NULL,

    CONSTRAINT "model_basis_pkey" PRIMARY KEY ("model")
);

-- CreateTable
CREATE TABLE "left_name" (
    "person" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "left_name_pkey" PRIMARY KEY ("person")
);

-- What Prisma cannot say ------------------------------------------------------------------------------------------

-- A file of arrays is not made smaller by compression, and is read whole.
ALTER TABLE "model_basis" ALTER COLUMN "file" SET STORAGE EXTERNAL;
