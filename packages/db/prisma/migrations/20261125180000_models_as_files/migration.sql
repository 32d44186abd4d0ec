-- A trained model is a file of typed arrays (packages/recs/src/artefact); its header stands in body for people to read.
-- AlterTable
ALTER TABLE "model_artefact" ADD COLUMN "file" BYTEA;

-- Typed arrays hardly compress, and a row that is never updated in part needs no compression at every load.
ALTER TABLE "model_artefact" ALTER COLUMN "file" SET STORAGE EXTERNAL;
