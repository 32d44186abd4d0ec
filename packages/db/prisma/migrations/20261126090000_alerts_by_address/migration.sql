-- What waits for an address is withdrawn by the way out in any of its messages.
CREATE INDEX product_alert_open_address ON "product_alert" (lower(email)) WHERE fulfilled_at IS NULL;
