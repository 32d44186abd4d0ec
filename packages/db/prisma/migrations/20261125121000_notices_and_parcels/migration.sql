-- What customers are told, and what leaves the house.

CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "user_id" TEXT,
    "order_id" UUID,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "link" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_fault" TEXT,
    "correlation_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- The local post box: what the catching mailer took in place of a mail server.
CREATE TABLE "caught_mail" (
    "message_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "caught_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "caught_mail_pkey" PRIMARY KEY ("message_id")
);

CREATE TABLE "parcel" (
    "id" UUID NOT NULL,
    "ship_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "location_id" INTEGER NOT NULL,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,

    CONSTRAINT "parcel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "parcel_line" (
    "parcel_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "record_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "parcel_line_pkey" PRIMARY KEY ("parcel_id","line_no")
);

CREATE UNIQUE INDEX "notification_dedupe_key_key" ON "notification"("dedupe_key");
CREATE INDEX "notification_order_id_created_at_idx" ON "notification"("order_id", "created_at");
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");
CREATE INDEX "caught_mail_caught_at_idx" ON "caught_mail"("caught_at" DESC);
CREATE INDEX "parcel_order_id_idx" ON "parcel"("order_id");
CREATE UNIQUE INDEX "parcel_ship_id_location_id_key" ON "parcel"("ship_id", "location_id");

ALTER TABLE "parcel" ADD CONSTRAINT "parcel_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "parcel" ADD CONSTRAINT "parcel_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "parcel_line" ADD CONSTRAINT "parcel_line_parcel_id_fkey" FOREIGN KEY ("parcel_id") REFERENCES "parcel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "notification" ADD CONSTRAINT notification_state_known CHECK (state IN ('queued', 'sent', 'failed'));
ALTER TABLE "parcel_line" ADD CONSTRAINT parcel_line_quantity_positive CHECK (quantity > 0);
CREATE INDEX notification_due ON "notification" (next_attempt_at) WHERE state = 'queued';
-- Money of cancelled orders that still has to go back.
CREATE INDEX payment_standing ON "payment" (order_id) WHERE state IN ('authorised', 'captured');
