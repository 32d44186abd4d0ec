-- When a guest's arm became that of the account they signed in to; null where it was the account's own from the start.
ALTER TABLE "experiment_exposure" ADD COLUMN "carried_at" TIMESTAMPTZ(3);
CREATE INDEX "experiment_exposure_carried_at_idx" ON "experiment_exposure" ("carried_at");
