-- AlterTable
ALTER TABLE "poll" ADD COLUMN     "ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "starts_at" TIMESTAMPTZ(3);

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "poll" ADD CONSTRAINT poll_begins_before_it_ends CHECK (starts_at < ends_at);
