-- One bag pays for one order at a time; also how a bag finds the order that keeps it from changing.
CREATE UNIQUE INDEX orders_one_checkout_per_bag ON "orders" (cart_id) WHERE state IN ('placing', 'payment_pending');
