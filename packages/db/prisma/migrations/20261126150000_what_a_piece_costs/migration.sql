-- What the supplier is paid for one, tax off, in minor units of the shop's currency; null where nobody has told.
ALTER TABLE "product_source" ADD COLUMN "cost_minor" INTEGER;
ALTER TABLE "product_source" ADD CONSTRAINT product_source_cost CHECK (cost_minor >= 0);
