-- Countries in which a house is sold by others alone: its pieces are neither recommended nor sent there.
ALTER TABLE "brand" ADD COLUMN "not_sold_in" CHAR(2)[] NOT NULL DEFAULT '{}';
