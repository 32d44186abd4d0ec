-- Supply in the future: who delivers, what was ordered, what is on its way, and what was promised on it.

CREATE TABLE "supplier" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "lead_days" INTEGER NOT NULL,

    CONSTRAINT "supplier_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "purchase_order" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "supplier_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "purchase_order_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "purchase_order_line" (
    "purchase_order_id" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "ordered" INTEGER NOT NULL,

    CONSTRAINT "purchase_order_line_pkey" PRIMARY KEY ("purchase_order_id","line_no")
);

CREATE TABLE "inbound_shipment" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "supplier_id" INTEGER NOT NULL,
    "purchase_order_id" INTEGER,
    "location_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'expected',
    "expected_on" DATE NOT NULL,
    "first_expected_on" DATE NOT NULL,
    "reference" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbound_shipment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "inbound_shipment_line" (
    "id" SERIAL NOT NULL,
    "shipment_id" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "record_id" INTEGER NOT NULL,
    "expected" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "damaged" INTEGER NOT NULL DEFAULT 0,
    "presale" BOOLEAN NOT NULL DEFAULT false,
    "closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "inbound_shipment_line_pkey" PRIMARY KEY ("id")
);

-- One row per thing that happened to a shipment: announced, slipped, cut, received. The audit and the receiving desk's memory.
CREATE TABLE "shipment_event" (
    "id" UUID NOT NULL,
    "shipment_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shipment_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "backorder_allowance" (
    "record_id" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "lead_days" INTEGER NOT NULL,

    CONSTRAINT "backorder_allowance_pkey" PRIMARY KEY ("record_id")
);

CREATE TABLE "supply_promise" (
    "id" SERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "cart_id" UUID NOT NULL,
    "hold_id" UUID NOT NULL,
    "record_id" INTEGER NOT NULL,
    "variant_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'open',
    "kind" TEXT NOT NULL,
    "ship_by" DATE,
    "first_ship_by" DATE,
    "choice" TEXT NOT NULL DEFAULT 'none',
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supply_promise_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "supply_binding" (
    "promise_id" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "shipment_line_id" INTEGER,
    "units" INTEGER NOT NULL,
    "ship_by" DATE,

    CONSTRAINT "supply_binding_pkey" PRIMARY KEY ("promise_id","nth")
);

ALTER TABLE "cart_line" ADD COLUMN "allow_future" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "order_line" ADD COLUMN "allow_future" BOOLEAN NOT NULL DEFAULT false;

CREATE UNIQUE INDEX "supplier_code_key" ON "supplier"("code");
CREATE UNIQUE INDEX "purchase_order_number_key" ON "purchase_order"("number");
CREATE INDEX "purchase_order_supplier_id_idx" ON "purchase_order"("supplier_id");
CREATE UNIQUE INDEX "purchase_order_line_purchase_order_id_variant_id_key" ON "purchase_order_line"("purchase_order_id", "variant_id");
CREATE UNIQUE INDEX "inbound_shipment_number_key" ON "inbound_shipment"("number");
CREATE INDEX "inbound_shipment_purchase_order_id_idx" ON "inbound_shipment"("purchase_order_id");
CREATE UNIQUE INDEX "inbound_shipment_line_shipment_id_line_no_key" ON "inbound_shipment_line"("shipment_id", "line_no");
CREATE UNIQUE INDEX "inbound_shipment_line_shipment_id_variant_id_key" ON "inbound_shipment_line"("shipment_id", "variant_id");
CREATE INDEX "inbound_shipment_line_variant_id_idx" ON "inbound_shipment_line"("variant_id");
CREATE INDEX "shipment_event_shipment_id_at_idx" ON "shipment_event"("shipment_id", "at");
CREATE UNIQUE INDEX "supply_promise_order_id_line_no_record_id_key" ON "supply_promise"("order_id", "line_no", "record_id");
CREATE INDEX "supply_promise_cart_id_hold_id_idx" ON "supply_promise"("cart_id", "hold_id");
CREATE INDEX "supply_binding_shipment_line_id_idx" ON "supply_binding"("shipment_line_id");

ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_supplier_id_fkey" FOREIGN KEY ("supplier_id") REFERENCES "supplier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_purchase_order_id_fkey" FOREIGN KEY ("purchase_order_id") REFERENCES "purchase_order"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbound_shipment" ADD CONSTRAINT "inbound_shipment_supplier_id_fkey" FOREIGN KEY ("supplier_id") REFERENCES "supplier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbound_shipment" ADD CONSTRAINT "inbound_shipment_purchase_order_id_fkey" FOREIGN KEY ("purchase_order_id") REFERENCES "purchase_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbound_shipment" ADD CONSTRAINT "inbound_shipment_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbound_shipment_line" ADD CONSTRAINT "inbound_shipment_line_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "inbound_shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "inbound_shipment_line" ADD CONSTRAINT "inbound_shipment_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbound_shipment_line" ADD CONSTRAINT "inbound_shipment_line_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "inventory_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "shipment_event" ADD CONSTRAINT "shipment_event_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "inbound_shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "backorder_allowance" ADD CONSTRAINT "backorder_allowance_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "inventory_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supply_promise" ADD CONSTRAINT "supply_promise_order_id_line_no_fkey" FOREIGN KEY ("order_id", "line_no") REFERENCES "order_line"("order_id", "line_no") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "supply_promise" ADD CONSTRAINT "supply_promise_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "inventory_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supply_binding" ADD CONSTRAINT "supply_binding_promise_id_fkey" FOREIGN KEY ("promise_id") REFERENCES "supply_promise"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "supply_binding" ADD CONSTRAINT "supply_binding_shipment_line_id_fkey" FOREIGN KEY ("shipment_line_id") REFERENCES "inbound_shipment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "supplier" ADD CONSTRAINT supplier_lead_days_sane CHECK (lead_days BETWEEN 0 AND 730);
ALTER TABLE "purchase_order" ADD CONSTRAINT purchase_order_state_known CHECK (state IN ('draft', 'sent', 'part_received', 'received', 'cancelled'));
ALTER TABLE "purchase_order_line" ADD CONSTRAINT purchase_order_line_positive CHECK (ordered > 0);
ALTER TABLE "inbound_shipment" ADD CONSTRAINT inbound_shipment_state_known CHECK (state IN ('expected', 'part_received', 'received', 'cancelled'));
ALTER TABLE "inbound_shipment_line" ADD CONSTRAINT inbound_shipment_line_not_negative CHECK (expected >= 0 AND received >= 0 AND damaged >= 0);
ALTER TABLE "backorder_allowance" ADD CONSTRAINT backorder_allowance_not_negative CHECK (units >= 0 AND lead_days BETWEEN 0 AND 730);
ALTER TABLE "supply_promise"
  ADD CONSTRAINT supply_promise_units CHECK (quantity > 0 AND kept >= 0 AND kept <= quantity),
  ADD CONSTRAINT supply_promise_state_known CHECK (state IN ('open', 'kept', 'cancelled')),
  ADD CONSTRAINT supply_promise_kept_whole CHECK (state <> 'kept' OR kept = quantity),
  ADD CONSTRAINT supply_promise_kind_known CHECK (kind IN ('preorder', 'backorder')),
  ADD CONSTRAINT supply_promise_choice_known CHECK (choice IN ('none', 'asked', 'keep'));
ALTER TABLE "supply_binding"
  ADD CONSTRAINT supply_binding_positive CHECK (units > 0),
  ADD CONSTRAINT supply_binding_source_known CHECK (source IN ('stock', 'shipment', 'backorder', 'none')),
  ADD CONSTRAINT supply_binding_names_its_line CHECK ((source = 'shipment') = (shipment_line_id IS NOT NULL));
-- The queue of a record, first come first bound.
CREATE INDEX supply_promise_queue ON "supply_promise" (record_id, id) WHERE state = 'open';
-- What a record waits for.
CREATE INDEX inbound_shipment_line_open ON "inbound_shipment_line" (record_id) WHERE NOT closed;
CREATE INDEX reservation_future ON "reservation" (record_id) WHERE future_units > 0 AND state IN ('held', 'committed');
CREATE SEQUENCE purchase_order_number START 1001;
CREATE SEQUENCE inbound_shipment_number START 5001;
