-- CreateTable
CREATE TABLE "body_answer" (
    "person" TEXT NOT NULL,
    "height_cm" INTEGER,
    "weight_kg" INTEGER,
    "usual_size" TEXT,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "body_answer_pkey" PRIMARY KEY ("person")
);

-- What Prisma cannot say ------------------------------------------------------------------------------------------

ALTER TABLE "body_answer" ADD CONSTRAINT body_answer_person_known CHECK (person ~ '^[vu]:');
ALTER TABLE "body_answer" ADD CONSTRAINT body_answer_says_something
  CHECK (height_cm IS NOT NULL OR weight_kg IS NOT NULL OR usual_size IS NOT NULL);
