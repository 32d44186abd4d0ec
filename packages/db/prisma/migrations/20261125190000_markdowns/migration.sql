-- Scheduled markdowns, and what the pieces they reach cost without them.
CREATE TABLE "markdown" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "product_id" INTEGER,
    "collection_id" INTEGER,
    "percent" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "min_stock_age_days" INTEGER,
    "min_units" INTEGER,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "markdown_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "marked_variant" (
    "variant_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "markdown_id" INTEGER NOT NULL,
    "list_price_minor" INTEGER NOT NULL,
    "list_compare_at_minor" INTEGER,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "marked_variant_pkey" PRIMARY KEY ("variant_id")
);

CREATE INDEX "marked_variant_product_id_idx" ON "marked_variant"("product_id");
CREATE INDEX "marked_variant_markdown_id_idx" ON "marked_variant"("markdown_id");

ALTER TABLE "markdown" ADD CONSTRAINT "markdown_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "markdown" ADD CONSTRAINT "markdown_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "marked_variant" ADD CONSTRAINT "marked_variant_markdown_id_fkey" FOREIGN KEY ("markdown_id") REFERENCES "markdown"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "markdown"
  ADD CONSTRAINT markdown_reaches_one_thing CHECK (num_nonnulls(product_id, collection_id) = 1),
  ADD CONSTRAINT markdown_percent_in_bounds CHECK (percent BETWEEN 1 AND 90),
  ADD CONSTRAINT markdown_ends_after_it_starts CHECK (ends_at IS NULL OR ends_at > starts_at),
  ADD CONSTRAINT markdown_conditions_in_bounds CHECK (min_stock_age_days >= 0 AND min_units >= 0);
ALTER TABLE "marked_variant" ADD CONSTRAINT marked_variant_price_not_negative CHECK (list_price_minor >= 0);
-- Deliveries are few beside everything else that happens to a record: how old stock is, is found without its whole stream.
CREATE INDEX inventory_event_received ON "inventory_event" (record_id, effective_at) WHERE type = 'Received';
