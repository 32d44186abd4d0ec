-- CreateTable
CREATE TABLE "came_back" (
    "variant_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "came_back_pkey" PRIMARY KEY ("variant_id")
);

-- AddForeignKey
ALTER TABLE "came_back" ADD CONSTRAINT "came_back_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
