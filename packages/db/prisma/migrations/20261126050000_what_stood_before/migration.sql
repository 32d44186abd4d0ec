-- What stood there before a change, where the change knew it: written with the outcome, which the trigger lets through once.
ALTER TABLE "staff_action" ADD COLUMN "before" JSONB;
