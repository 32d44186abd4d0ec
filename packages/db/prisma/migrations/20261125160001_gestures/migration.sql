-- CreateTable
CREATE TABLE "saved_item" (
    "person" TEXT NOT NULL,
    "product_id" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_item_pkey" PRIMARY KEY ("person","product_id")
);

-- CreateTable
CREATE TABLE "poll" (
    "id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_answer" (
    "poll_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "option_id" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_answer_pkey" PRIMARY KEY ("poll_id","person")
);

-- CreateTable
CREATE TABLE "product_alert" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "user_id" TEXT,
    "email" TEXT NOT NULL,
    "product_id" INTEGER NOT NULL,
    "variant_id" INTEGER,
    "asked_price_minor" INTEGER,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fulfilled_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_item_product_id_idx" ON "saved_item"("product_id");

-- CreateIndex
CREATE INDEX "poll_answer_person_idx" ON "poll_answer"("person");

-- CreateIndex
CREATE INDEX "product_alert_person_asked_at_idx" ON "product_alert"("person", "asked_at" DESC);

-- AddForeignKey
ALTER TABLE "saved_item" ADD CONSTRAINT "saved_item_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_alert" ADD CONSTRAINT "product_alert_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_alert" ADD CONSTRAINT "product_alert_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "product_alert"
  ADD CONSTRAINT product_alert_kind_known CHECK (
    (kind = 'stock' AND variant_id IS NOT NULL) OR (kind = 'price' AND variant_id IS NULL AND asked_price_minor IS NOT NULL));
-- Asked once until it has come about; the open ones are what a change of stock or price is looked up in.
CREATE UNIQUE INDEX product_alert_open_stock ON "product_alert" (variant_id, person) WHERE kind = 'stock' AND fulfilled_at IS NULL;
CREATE UNIQUE INDEX product_alert_open_price ON "product_alert" (product_id, person) WHERE kind = 'price' AND fulfilled_at IS NULL;
