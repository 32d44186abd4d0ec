-- What may be sold ahead of a record is the sum of its lines open for presale; the others are not read for it.
CREATE INDEX inbound_shipment_line_presale ON "inbound_shipment_line" (record_id) WHERE presale AND NOT closed;
