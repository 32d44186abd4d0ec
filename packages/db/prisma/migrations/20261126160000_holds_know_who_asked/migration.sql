-- The id of the request that took a hold: when the hold ends by itself, ledger, log and live message tell it under that id.
-- Holds from before this end under the sweep's own.
ALTER TABLE "reservation" ADD COLUMN "correlation_id" TEXT;
