-- CreateTable
CREATE TABLE "erased_history" (
    "person" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_history_pkey" PRIMARY KEY ("person")
);
