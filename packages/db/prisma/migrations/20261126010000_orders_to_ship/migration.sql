-- The shipping worklist asks every few seconds for the few orders that have not left, among all there ever were.
CREATE INDEX orders_to_ship ON "orders" (id) WHERE state IN ('confirmed', 'part_shipped');
