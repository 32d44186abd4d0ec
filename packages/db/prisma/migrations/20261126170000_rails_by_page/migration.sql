-- What stands on a page below its head: order, title and whether it is shown, where a merchandiser changed the house's own.
CREATE TABLE "page_setting" (
    "page" TEXT NOT NULL,
    "rails" JSONB NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_setting_pkey" PRIMARY KEY ("page")
);
