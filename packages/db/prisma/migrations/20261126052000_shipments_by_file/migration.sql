-- A row of a file of shipments that was found good, waiting to be announced.
CREATE TABLE "file_shipment_row" (
    "job_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "shipment_no" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "row_id" TEXT NOT NULL,
    "supplier_id" INTEGER NOT NULL,
    "location_id" INTEGER NOT NULL,
    "purchase_order" TEXT,
    "reference" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "presale" BOOLEAN NOT NULL,
    "expected_on" DATE NOT NULL,

    CONSTRAINT "file_shipment_row_pkey" PRIMARY KEY ("job_id","no")
);

CREATE INDEX "file_shipment_row_job_id_shipment_no_no_idx" ON "file_shipment_row"("job_id", "shipment_no", "no");
-- Whether a supplier's reference was announced before.
CREATE INDEX "inbound_shipment_supplier_id_reference_idx" ON "inbound_shipment"("supplier_id", "reference");

ALTER TABLE "file_shipment_row" ADD CONSTRAINT "file_shipment_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "file_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "file_shipment_row" ADD CONSTRAINT file_shipment_row_units_come CHECK (units > 0);
