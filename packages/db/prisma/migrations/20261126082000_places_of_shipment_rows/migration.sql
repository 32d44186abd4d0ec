-- What came between check and apply is told of a row by its true column.
ALTER TABLE "file_shipment_row" ADD COLUMN "places" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
