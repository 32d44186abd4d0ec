-- CreateTable
CREATE TABLE "merchandising_rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "placements" TEXT[],
    "effect" JSONB NOT NULL,
    "target" JSONB,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merchandising_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement_setting" (
    "placement" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_setting_pkey" PRIMARY KEY ("placement")
);

-- CreateTable
CREATE TABLE "experiment" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "design" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "experiment_exposure" (
    "experiment" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "exposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experiment_exposure_pkey" PRIMARY KEY ("experiment","person")
);

-- CreateTable
CREATE TABLE "served_answer" (
    "id" UUID NOT NULL,
    "served_at" TIMESTAMPTZ(3) NOT NULL,
    "person" TEXT,
    "placement" TEXT NOT NULL,
    "ask" JSONB NOT NULL,
    "products" JSONB NOT NULL,
    "versions" JSONB NOT NULL,

    CONSTRAINT "served_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "served_answer_person_served_at_idx" ON "served_answer"("person", "served_at" DESC);

-- CreateIndex
CREATE INDEX "served_answer_served_at_idx" ON "served_answer" USING BRIN ("served_at");

-- AddForeignKey
ALTER TABLE "experiment_exposure" ADD CONSTRAINT "experiment_exposure_experiment_fkey" FOREIGN KEY ("experiment") REFERENCES "experiment"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "merchandising_rule" ADD CONSTRAINT merchandising_rule_schedule CHECK (starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at);
ALTER TABLE "experiment" ADD CONSTRAINT experiment_state_known CHECK (state IN ('draft', 'running', 'stopped'));
