-- AlterTable
ALTER TABLE "product" ADD COLUMN     "trend" DOUBLE PRECISION NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "wanted_day" (
    "day" DATE NOT NULL,
    "product_id" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "wishes" INTEGER NOT NULL,
    "looks" INTEGER NOT NULL,

    CONSTRAINT "wanted_day_pkey" PRIMARY KEY ("day","product_id","country")
);

-- CreateIndex
CREATE INDEX "wanted_day_product_id_idx" ON "wanted_day"("product_id");

-- AddForeignKey
ALTER TABLE "wanted_day" ADD CONSTRAINT "wanted_day_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
