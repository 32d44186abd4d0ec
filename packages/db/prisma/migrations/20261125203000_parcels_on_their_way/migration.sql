-- Parcels are picked, packed, sent and delivered; an order can leave in parts, and what has not left can be cancelled.

ALTER TABLE "parcel"
    DROP COLUMN "ship_id",
    ADD COLUMN "state" TEXT NOT NULL DEFAULT 'picking',
    ADD COLUMN "carrier" TEXT,
    ADD COLUMN "tracking_number" TEXT,
    ADD COLUMN "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "packed_at" TIMESTAMPTZ(3),
    ADD COLUMN "delivered_at" TIMESTAMPTZ(3),
    ALTER COLUMN "shipped_at" DROP NOT NULL,
    ALTER COLUMN "shipped_at" DROP DEFAULT;

ALTER TABLE "parcel_line" ADD COLUMN "packed" INTEGER;

ALTER TABLE "order_line" ADD COLUMN "cancelled" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "refund" DROP CONSTRAINT "refund_return_id_fkey";
ALTER TABLE "refund" ALTER COLUMN "return_id" DROP NOT NULL;
ALTER TABLE "refund" ADD CONSTRAINT "refund_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "orders" DROP CONSTRAINT orders_state_known;
ALTER TABLE "orders" ADD CONSTRAINT orders_state_known
  CHECK (state IN ('placing', 'confirmed', 'payment_pending', 'payment_failed', 'cancelled', 'part_shipped', 'shipped', 'delivered'));
ALTER TABLE "order_line" ADD CONSTRAINT order_line_cancelled_possible CHECK (cancelled BETWEEN 0 AND quantity);
ALTER TABLE "parcel"
  ADD CONSTRAINT parcel_state_known CHECK (state IN ('picking', 'packed', 'shipped', 'delivered', 'put-back')),
  -- What has left says when, with whom and under which number.
  ADD CONSTRAINT parcel_sent_is_told CHECK (state NOT IN ('shipped', 'delivered')
    OR (shipped_at IS NOT NULL AND carrier IS NOT NULL AND tracking_number IS NOT NULL));
ALTER TABLE "parcel_line" ADD CONSTRAINT parcel_line_packed_possible CHECK (packed BETWEEN 0 AND quantity);
-- The units of an order line that will not come are paid back once.
CREATE UNIQUE INDEX refund_of_cancelled_line ON "refund" (order_id, line_no) WHERE return_id IS NULL;
