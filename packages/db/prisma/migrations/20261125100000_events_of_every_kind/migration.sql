-- An observation that is sent twice is recorded once: the key is unique within the record's stream.
ALTER TABLE "inventory_event" ADD COLUMN "dedupe_key" TEXT;
CREATE INDEX "inventory_event_effective_at_idx" ON "inventory_event" USING BRIN ("effective_at");

-- A hold may be given less than it asked for, draw on supply to come, and leave in parcels.
ALTER TABLE "reservation" ADD COLUMN "granted_units" INTEGER,
ADD COLUMN "future_units" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "shipped" INTEGER NOT NULL DEFAULT 0;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX inventory_event_dedupe ON "inventory_event" (record_id, dedupe_key) WHERE dedupe_key IS NOT NULL;

ALTER TABLE "reservation"
  ADD CONSTRAINT reservation_granted_within_requested CHECK (granted_units > 0 AND granted_units <= requested_units),
  ADD CONSTRAINT reservation_future_within_quantity CHECK (future_units BETWEEN 0 AND quantity),
  ADD CONSTRAINT reservation_shipped_within_quantity CHECK (shipped BETWEEN 0 AND quantity);
-- What a customer bought of a SKU, for the limits per customer.
CREATE INDEX reservation_bought_by_shopper ON "reservation" (variant_id, shopper_id) WHERE state = 'committed' AND shopper_id IS NOT NULL;
CREATE INDEX reservation_bought_by_address ON "reservation" (variant_id, address_key) WHERE state = 'committed' AND address_key IS NOT NULL;

-- Pieces that are set aside are among those on hand.
ALTER TABLE "stock_level" ADD CONSTRAINT stock_level_unavailable_on_hand CHECK (unavailable <= on_hand);
