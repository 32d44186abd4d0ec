-- CreateTable
CREATE TABLE "behaviour_event" (
    "logged_on" DATE NOT NULL,
    "event_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "session_id" UUID,
    "sequence" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "product_id" INTEGER,
    "signal" JSONB NOT NULL,

    CONSTRAINT "behaviour_event_pkey" PRIMARY KEY ("logged_on","event_id")
) PARTITION BY RANGE ("logged_on");

-- CreateTable
CREATE TABLE "consent" (
    "person" TEXT NOT NULL,
    "is_personal" BOOLEAN NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("person")
);

-- CreateIndex
CREATE INDEX "behaviour_event_person_occurred_at_idx" ON "behaviour_event"("person", "occurred_at");

-- CreateIndex
CREATE INDEX "behaviour_event_occurred_at_idx" ON "behaviour_event" USING BRIN ("occurred_at");

-- What Prisma cannot say ------------------------------------------------------------------------------------------

-- A day whose partition nobody made in time loses nothing: its rows wait here until the partition is made.
CREATE TABLE "behaviour_event_default" PARTITION OF "behaviour_event" DEFAULT;
ALTER TABLE "behaviour_event" ADD CONSTRAINT behaviour_event_person_known CHECK (person ~ '^[vu]:');
ALTER TABLE "consent" ADD CONSTRAINT consent_person_known CHECK (person ~ '^[vu]:');
