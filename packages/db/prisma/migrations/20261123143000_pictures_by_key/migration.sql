-- A picture is drawn only for keys the catalogue knows.
CREATE INDEX "media_picture_key_idx" ON "media"("picture_key");
