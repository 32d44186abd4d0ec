-- "All M in linen": staff ask for stock by size.
CREATE INDEX "variant_size_idx" ON "variant"("size");
