/** For so long a source may send a batch again, after an outage of its own, and is given the very answer of the first time. */
export const SYNC_RETRY_DAYS = 30

/**
 * For so long batches, their answers and the numbers of messages are kept: three times what a source may retry. What comes
 * again after that is worked through anew and changes nothing, because the ledger keeps the key of every entry for good;
 * only its answer may differ.
 */
export const SYNC_KEPT_DAYS = 3 * SYNC_RETRY_DAYS
