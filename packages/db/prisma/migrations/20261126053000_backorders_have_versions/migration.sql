-- Raised with every change: whoever looked before has to look again.
ALTER TABLE "backorder_allowance" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
