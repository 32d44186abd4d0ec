-- What was announced under the id of a shipment's first event: sent again it is known, and something else is not taken for it.
ALTER TABLE "inbound_shipment" ADD COLUMN "content_hash" TEXT;
