-- When more of a SKU comes is what its shipments say. The day and number on the record were written by the seed alone, and
-- nobody reads them.
ALTER TABLE "inventory_record" DROP COLUMN "expected_on", DROP COLUMN "expected_quantity";
