-- The id that the form gave a draft, and what stood in it: sent again it is known, and another order is not taken for it. Drafts
-- that were made without a form have none.
ALTER TABLE "purchase_order" ADD COLUMN "draft_id" UUID, ADD COLUMN "content_hash" TEXT;
CREATE UNIQUE INDEX "purchase_order_draft_id_key" ON "purchase_order"("draft_id");

-- What was counted under the id of a receipt, likewise. Receipts from before this have none, and are not taken for a repeat.
ALTER TABLE "shipment_event" ADD COLUMN "content_hash" TEXT;
