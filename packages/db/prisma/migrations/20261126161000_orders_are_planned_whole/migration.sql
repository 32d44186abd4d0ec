-- The hold that the plan over all lines takes in place of the bag's: recorded before it is taken.
ALTER TABLE "order_line" ADD COLUMN "planned_hold_id" UUID;
