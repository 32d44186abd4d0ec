-- What is foreseen, whom it is bought from, and what somebody should look at.
CREATE TABLE "product_source" (
    "product_id" INTEGER NOT NULL,
    "supplier_id" INTEGER NOT NULL,
    "pack_units" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "product_source_pkey" PRIMARY KEY ("product_id")
);
CREATE INDEX "product_source_supplier_id_idx" ON "product_source"("supplier_id");
ALTER TABLE "product_source"
  ADD CONSTRAINT "product_source_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "product_source_supplier_id_fkey" FOREIGN KEY ("supplier_id") REFERENCES "supplier"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT product_source_packs CHECK (pack_units BETWEEN 1 AND 1000);

CREATE TABLE "demand_forecast" (
    "variant_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "demand_class" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "first_week" DATE NOT NULL,
    "history" INTEGER[],
    "weekly" DOUBLE PRECISION[],
    "low" INTEGER[],
    "high" INTEGER[],
    "lead_days" INTEGER NOT NULL,
    "expected_units" DOUBLE PRECISION NOT NULL,
    "reorder_point" INTEGER NOT NULL,
    "order_up_to" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "unmet" INTEGER NOT NULL,
    "poll_share" DOUBLE PRECISION NOT NULL,
    "interest_units" INTEGER NOT NULL,
    "days_of_cover" INTEGER,
    "stock_out_on" DATE,

    CONSTRAINT "demand_forecast_pkey" PRIMARY KEY ("variant_id")
);
CREATE INDEX "demand_forecast_stock_out_on_idx" ON "demand_forecast"("stock_out_on");
CREATE INDEX "demand_forecast_product_id_idx" ON "demand_forecast"("product_id");
ALTER TABLE "demand_forecast"
  ADD CONSTRAINT "demand_forecast_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT demand_forecast_class CHECK (demand_class IN ('slow', 'fast', 'new')),
  ADD CONSTRAINT demand_forecast_weeks CHECK (cardinality(weekly) = cardinality(low) AND cardinality(weekly) = cardinality(high));

CREATE TABLE "alert" (
    "id" SERIAL NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "note" TEXT,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alert_dedupe_key_key" ON "alert"("dedupe_key");
CREATE INDEX "alert_state_raised_at_idx" ON "alert"("state", "raised_at" DESC);
ALTER TABLE "alert"
  ADD CONSTRAINT alert_state CHECK (state IN ('open', 'acknowledged', 'resolved')),
  ADD CONSTRAINT alert_severity CHECK (severity IN ('critical', 'warning', 'notice')),
  ADD CONSTRAINT alert_resolved CHECK ((state = 'resolved') = (resolved_at IS NOT NULL)),
  ADD CONSTRAINT alert_acknowledged CHECK (state <> 'acknowledged' OR (acknowledged_at IS NOT NULL AND acknowledged_by IS NOT NULL));
