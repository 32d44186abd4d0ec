-- Messages arrive roughly in the order of their moments: a summary of page ranges finds the old ones and costs a write nothing.
CREATE INDEX "sync_message_effective_at_idx" ON "sync_message" USING BRIN ("effective_at");
