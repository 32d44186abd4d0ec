-- Where an account's parcels go, as its owner chose; null until then.
ALTER TABLE "users" ADD COLUMN "country" TEXT;
