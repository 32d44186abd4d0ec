-- CreateTable
CREATE TABLE "brand" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "character" TEXT NOT NULL,

    CONSTRAINT "brand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "brand_id" INTEGER NOT NULL,
    "garment" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "attributes" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "popularity" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_option" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "product_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "size_order" INTEGER NOT NULL,
    "price_minor" INTEGER NOT NULL,
    "compare_at_minor" INTEGER,
    "currency" CHAR(3) NOT NULL,
    "weight_grams" INTEGER NOT NULL,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" SERIAL NOT NULL,
    "product_id" INTEGER NOT NULL,
    "colour" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "picture_key" TEXT NOT NULL,
    "alt" TEXT NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hero_key" TEXT,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_product" (
    "collection_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "collection_product_pkey" PRIMARY KEY ("collection_id","product_id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "priority" INTEGER NOT NULL,
    "sells_online" BOOLEAN NOT NULL DEFAULT true,
    "lead_days" INTEGER NOT NULL,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inventory_record" (
    "id" SERIAL NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "expected_on" DATE,
    "expected_quantity" INTEGER,

    CONSTRAINT "inventory_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_level" (
    "record_id" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "on_hand" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL,
    "allocated" INTEGER NOT NULL,
    "unavailable" INTEGER NOT NULL,
    "short" INTEGER NOT NULL,
    "oversell_cap" INTEGER NOT NULL,
    "safety_stock" INTEGER NOT NULL,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "inventory_event" (
    "record_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reservation_id" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "note" TEXT,
    "actor" TEXT NOT NULL,
    "cause_type" TEXT,
    "cause_id" TEXT,
    "correlation_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inventory_event_pkey" PRIMARY KEY ("record_id","version")
) PARTITION BY HASH ("record_id");

-- CreateTable
CREATE TABLE "reservation" (
    "cart_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_id" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "requested_units" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'held',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "extensions" INTEGER NOT NULL DEFAULT 0,
    "shopper_id" TEXT,
    "address_key" TEXT,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("cart_id","id","record_id")
);

-- CreateTable
CREATE TABLE "channel" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "hold_policy" JSONB NOT NULL,
    "tax_rate_bp" INTEGER NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "user_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "cart_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "hold_id" UUID,
    "unheld" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("cart_id","line_id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "cart_id" UUID,
    "user_id" TEXT,
    "email" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_reason" TEXT,
    "currency" CHAR(3) NOT NULL,
    "prices_include_tax" BOOLEAN NOT NULL,
    "subtotal_minor" INTEGER NOT NULL,
    "discount_minor" INTEGER NOT NULL,
    "shipping_minor" INTEGER NOT NULL,
    "shipping_tax_rate_bp" INTEGER NOT NULL,
    "shipping_tax_minor" INTEGER NOT NULL,
    "tax_minor" INTEGER NOT NULL,
    "total_minor" INTEGER NOT NULL,
    "shipping_method" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "request_hash" TEXT NOT NULL,
    "access_hash" TEXT,
    "correlation_id" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "product_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "picture_key" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price_minor" INTEGER NOT NULL,
    "discounts" JSONB NOT NULL DEFAULT '[]',
    "tax_rate_bp" INTEGER NOT NULL,
    "tax_minor" INTEGER NOT NULL,
    "total_minor" INTEGER NOT NULL,
    "hold_id" UUID,
    "ship_by" DATE,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id","line_no")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "method_token" TEXT NOT NULL,
    "provider_ref" TEXT,
    "decline_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_event" (
    "order_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "actor" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("order_id","seq")
);

-- CreateTable
CREATE TABLE "checkout_saga" (
    "order_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "rejection" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checkout_saga_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "sandbox_payment" (
    "idempotency_key" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "method_token" TEXT NOT NULL,
    "visible_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sandbox_payment_pkey" PRIMARY KEY ("idempotency_key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "position" BIGSERIAL NOT NULL,
    "seq" BIGINT,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "outbox_cursor" (
    "sink" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_cursor_pkey" PRIMARY KEY ("sink")
);

-- CreateTable
CREATE TABLE "model_artefact" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_artefact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'shopper',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "brand_slug_key" ON "brand"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_category_published_at_idx" ON "product"("category", "published_at" DESC);

-- CreateIndex
CREATE INDEX "product_brand_id_idx" ON "product"("brand_id");

-- CreateIndex
CREATE INDEX "product_published_at_idx" ON "product"("published_at" DESC);

-- CreateIndex
CREATE INDEX "product_attributes_idx" ON "product" USING GIN ("attributes" jsonb_path_ops);

-- CreateIndex
CREATE UNIQUE INDEX "product_option_product_id_kind_key" ON "product_option"("product_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "variant_sku_key" ON "variant"("sku");

-- CreateIndex
CREATE UNIQUE INDEX "variant_product_id_colour_size_key" ON "variant"("product_id", "colour", "size");

-- CreateIndex
CREATE UNIQUE INDEX "media_product_id_colour_view_key" ON "media"("product_id", "colour", "view");

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_product_product_id_idx" ON "collection_product"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_code_key" ON "location"("code");

-- CreateIndex
CREATE INDEX "inventory_record_location_id_idx" ON "inventory_record"("location_id");

-- CreateIndex
CREATE UNIQUE INDEX "inventory_record_variant_id_location_id_key" ON "inventory_record"("variant_id", "location_id");

-- CreateIndex
CREATE INDEX "stock_level_variant_id_idx" ON "stock_level"("variant_id");

-- CreateIndex
CREATE INDEX "inventory_event_recorded_at_idx" ON "inventory_event" USING BRIN ("recorded_at");

-- CreateIndex
CREATE INDEX "cart_user_id_idx" ON "cart"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_line_cart_id_variant_id_key" ON "cart_line"("cart_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"("number");

-- CreateIndex
CREATE INDEX "orders_user_id_placed_at_idx" ON "orders"("user_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "orders_placed_at_idx" ON "orders"("placed_at" DESC);

-- CreateIndex
CREATE INDEX "order_line_product_id_idx" ON "order_line"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_idempotency_key_key" ON "payment"("idempotency_key");

-- CreateIndex
CREATE INDEX "payment_order_id_idx" ON "payment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "sandbox_payment_ref_key" ON "sandbox_payment"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_seq_key" ON "outbox"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "model_artefact_name_version_key" ON "model_artefact"("name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_option" ADD CONSTRAINT "product_option_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_record" ADD CONSTRAINT "inventory_record_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_record" ADD CONSTRAINT "inventory_record_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "inventory_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkout_saga" ADD CONSTRAINT "checkout_saga_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma cannot say ------------------------------------------------------------------------------------------

-- The ledger is partitioned by record: a time-partitioned one could not keep (record, version) unique.
CREATE TABLE "inventory_event_0" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE "inventory_event_1" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE "inventory_event_2" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE "inventory_event_3" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE "inventory_event_4" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE "inventory_event_5" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE "inventory_event_6" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE "inventory_event_7" PARTITION OF "inventory_event" FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- The ledger is append-only, whoever asks.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the inventory ledger is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER inventory_event_append_only BEFORE UPDATE OR DELETE ON "inventory_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER inventory_event_no_truncate BEFORE TRUNCATE ON "inventory_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- The inventory rules that hold always (domain rule 1). Safety stock limits selling, never the constraint.
ALTER TABLE "stock_level"
  ADD CONSTRAINT stock_level_on_hand_not_negative CHECK (on_hand >= 0),
  ADD CONSTRAINT stock_level_reserved_not_negative CHECK (reserved >= 0),
  ADD CONSTRAINT stock_level_allocated_not_negative CHECK (allocated >= 0),
  ADD CONSTRAINT stock_level_unavailable_not_negative CHECK (unavailable >= 0),
  ADD CONSTRAINT stock_level_short_not_negative CHECK (short >= 0),
  ADD CONSTRAINT stock_level_settings_not_negative CHECK (oversell_cap >= 0 AND safety_stock >= 0),
  ADD CONSTRAINT stock_level_never_oversold
    CHECK (reserved + allocated <= on_hand - unavailable + oversell_cap + short);
-- A hot record is rewritten thousands of times a second: room on the page keeps those updates off the index.
ALTER TABLE "stock_level" SET (fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

ALTER TABLE "inventory_event" ADD CONSTRAINT inventory_event_version_positive CHECK (version > 0);

ALTER TABLE "reservation"
  ADD CONSTRAINT reservation_quantity_positive CHECK (quantity > 0),
  ADD CONSTRAINT reservation_state_known CHECK (state IN ('held', 'committed', 'released', 'expired')),
  ADD CONSTRAINT reservation_resolved_once CHECK ((state = 'held') = (resolved_at IS NULL));
CREATE INDEX reservation_held_by_record ON "reservation" (record_id, expires_at) WHERE state = 'held';
CREATE INDEX reservation_held_by_expiry ON "reservation" (expires_at) WHERE state = 'held';
CREATE INDEX reservation_held_by_shopper ON "reservation" (variant_id, shopper_id) WHERE state = 'held' AND shopper_id IS NOT NULL;
CREATE INDEX reservation_held_by_address ON "reservation" (variant_id, address_key) WHERE state = 'held' AND address_key IS NOT NULL;

ALTER TABLE "cart" ADD CONSTRAINT cart_state_known CHECK (state IN ('open', 'ordered', 'merged'));
ALTER TABLE "cart_line" ADD CONSTRAINT cart_line_quantity_positive CHECK (quantity > 0);
CREATE UNIQUE INDEX cart_one_open_per_user ON "cart" (user_id) WHERE state = 'open' AND user_id IS NOT NULL;

ALTER TABLE "orders"
  ADD CONSTRAINT orders_state_known CHECK (state IN ('placing', 'confirmed', 'payment_pending', 'payment_failed', 'cancelled', 'shipped', 'delivered')),
  ADD CONSTRAINT orders_money_adds_up CHECK (
    subtotal_minor >= 0 AND discount_minor >= 0 AND shipping_minor >= 0 AND total_minor >= 0
    AND total_minor = subtotal_minor - discount_minor + shipping_minor + CASE WHEN prices_include_tax THEN 0 ELSE tax_minor END);
ALTER TABLE "order_line"
  ADD CONSTRAINT order_line_quantity_positive CHECK (quantity > 0),
  ADD CONSTRAINT order_line_money_not_negative CHECK (unit_price_minor >= 0 AND tax_minor >= 0 AND total_minor >= 0);
ALTER TABLE "payment"
  ADD CONSTRAINT payment_state_known CHECK (state IN ('pending', 'authorised', 'captured', 'declined', 'voided', 'refunded'));
ALTER TABLE "checkout_saga" ADD CONSTRAINT checkout_saga_state_known CHECK (state IN ('running', 'done', 'compensated'));
CREATE INDEX checkout_saga_running ON "checkout_saga" (lease_until) WHERE state = 'running';

ALTER TABLE "variant" ADD CONSTRAINT variant_price_positive CHECK (price_minor > 0);
ALTER TABLE "users" ADD CONSTRAINT users_role_known CHECK (role IN ('shopper', 'merchandiser', 'admin'));

-- The relay's work list: rows no leader has stamped yet.
CREATE INDEX outbox_unstamped ON "outbox" (position) WHERE seq IS NULL;
-- Human order numbers: readable, without telling how many orders there are in a day.
CREATE SEQUENCE order_number START 48210;
