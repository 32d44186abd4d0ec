-- Allocation, safety stock, transfers, cycle counts, returns and refunds.

ALTER TABLE "location" ADD COLUMN "latitude" DOUBLE PRECISION, ADD COLUMN "longitude" DOUBLE PRECISION;
ALTER TABLE "channel"
  ADD COLUMN "allocation_policy" JSONB NOT NULL DEFAULT '{"rules": ["fewest-parcels", "priority"], "split": true}',
  ADD COLUMN "return_policy" JSONB NOT NULL DEFAULT '{"autoApproveDays": 30, "refuseAfterDays": 90}';
ALTER TABLE "inventory_record" ADD COLUMN "safety_override" INTEGER, ADD COLUMN "reported_at" TIMESTAMPTZ(3);

CREATE TABLE "safety_policy" (
    "channel_code" TEXT NOT NULL,
    "location_id" INTEGER NOT NULL,
    "units" INTEGER NOT NULL DEFAULT 0,
    "stale_after_minutes" INTEGER,
    CONSTRAINT "safety_policy_pkey" PRIMARY KEY ("channel_code","location_id")
);
ALTER TABLE "safety_policy"
  ADD CONSTRAINT "safety_policy_channel_code_fkey" FOREIGN KEY ("channel_code") REFERENCES "channel"("code") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "safety_policy_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT safety_policy_not_negative CHECK (units >= 0 AND (stale_after_minutes IS NULL OR stale_after_minutes > 0));
ALTER TABLE "inventory_record" ADD CONSTRAINT inventory_record_safety_not_negative CHECK (safety_override IS NULL OR safety_override >= 0);

CREATE TABLE "stock_transfer" (
    "id" SERIAL NOT NULL,
    "request_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "from_location_id" INTEGER NOT NULL,
    "to_location_id" INTEGER NOT NULL,
    "expected_on" DATE NOT NULL,
    "note" TEXT,
    "loss_reason" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    CONSTRAINT "stock_transfer_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "stock_transfer_line" (
    "transfer_id" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "from_record_id" INTEGER NOT NULL,
    "to_record_id" INTEGER,
    "quantity" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "damaged" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "surplus" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "stock_transfer_line_pkey" PRIMARY KEY ("transfer_id","line_no")
);
CREATE UNIQUE INDEX "stock_transfer_request_id_key" ON "stock_transfer"("request_id");
CREATE UNIQUE INDEX "stock_transfer_line_transfer_id_variant_id_key" ON "stock_transfer_line"("transfer_id", "variant_id");
ALTER TABLE "stock_transfer_line" ADD CONSTRAINT "stock_transfer_line_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "stock_transfer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stock_transfer"
  ADD CONSTRAINT stock_transfer_state_known CHECK (state IN ('draft', 'in-transit', 'received', 'cancelled')),
  ADD CONSTRAINT stock_transfer_two_places CHECK (from_location_id <> to_location_id);
-- What was sent is received, lost, or still on the way; never more.
ALTER TABLE "stock_transfer_line" ADD CONSTRAINT stock_transfer_line_adds_up CHECK (
  quantity > 0 AND surplus >= 0 AND lost >= 0 AND damaged >= 0 AND damaged <= received AND received >= surplus
  AND received - surplus + lost <= quantity);
CREATE INDEX stock_transfer_on_the_way ON "stock_transfer" (expected_on) WHERE state = 'in-transit';

CREATE TABLE "stock_count" (
    "id" SERIAL NOT NULL,
    "request_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "location_id" INTEGER NOT NULL,
    "filter" TEXT NOT NULL,
    "recount_units" INTEGER NOT NULL,
    "recount_percent" INTEGER NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "posted_at" TIMESTAMPTZ(3),
    CONSTRAINT "stock_count_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "stock_count_line" (
    "count_id" INTEGER NOT NULL,
    "record_id" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "first_counted" INTEGER,
    "first_on_hand" INTEGER,
    "first_version" INTEGER,
    "first_at" TIMESTAMPTZ(3),
    "first_by" TEXT,
    "second_counted" INTEGER,
    "second_on_hand" INTEGER,
    "second_version" INTEGER,
    "second_at" TIMESTAMPTZ(3),
    "second_by" TEXT,
    "difference" INTEGER,
    CONSTRAINT "stock_count_line_pkey" PRIMARY KEY ("count_id","record_id")
);
CREATE UNIQUE INDEX "stock_count_request_id_key" ON "stock_count"("request_id");
ALTER TABLE "stock_count_line" ADD CONSTRAINT "stock_count_line_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "stock_count"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stock_count" ADD CONSTRAINT stock_count_state_known CHECK (state IN ('open', 'posted', 'cancelled'));
ALTER TABLE "stock_count_line" ADD CONSTRAINT stock_count_line_looks CHECK (
  (first_counted IS NULL OR first_counted >= 0) AND (second_counted IS NULL OR (second_counted >= 0 AND first_counted IS NOT NULL)));

CREATE TABLE "return_request" (
    "id" SERIAL NOT NULL,
    "request_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "location_id" INTEGER,
    "note" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    CONSTRAINT "return_request_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "return_line" (
    "return_id" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "order_line_no" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "comment" TEXT,
    "outcomes" JSONB NOT NULL DEFAULT '[]',
    "refund_units" INTEGER NOT NULL DEFAULT 0,
    "refund_minor" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "return_line_pkey" PRIMARY KEY ("return_id","line_no")
);
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "return_id" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "provider_ref" TEXT,
    "because" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "return_request_request_id_key" ON "return_request"("request_id");
CREATE INDEX "return_request_order_id_idx" ON "return_request"("order_id");
CREATE INDEX "return_line_variant_id_idx" ON "return_line"("variant_id");
CREATE UNIQUE INDEX "refund_return_id_line_no_key" ON "refund"("return_id", "line_no");
CREATE INDEX "refund_order_id_idx" ON "refund"("order_id");
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "refund"
  ADD CONSTRAINT "refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "refund_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT refund_state_known CHECK (state IN ('pending', 'done', 'failed')),
  ADD CONSTRAINT refund_amount_positive CHECK (amount_minor > 0);
ALTER TABLE "return_request" ADD CONSTRAINT return_request_state_known
  CHECK (state IN ('requested', 'approved', 'received', 'closed', 'refused', 'withdrawn'));
ALTER TABLE "return_line" ADD CONSTRAINT return_line_adds_up
  CHECK (quantity > 0 AND refund_units BETWEEN 0 AND quantity AND refund_minor >= 0);
CREATE INDEX refund_due ON "refund" (created_at) WHERE state = 'pending';
CREATE INDEX return_request_open ON "return_request" (id) WHERE state IN ('requested', 'approved', 'received');

CREATE TABLE "sandbox_refund" (
    "refund_key" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sandbox_refund_pkey" PRIMARY KEY ("refund_key")
);
CREATE INDEX "sandbox_refund_idempotency_key_idx" ON "sandbox_refund"("idempotency_key");
