/**
 * Columns that keep the rest of a transaction to the indexes of the outbox's days, merged in their order. The planner is
 * told nothing yet of a day that has just begun; taking it for a small one it reads it whole and sorts it, for the sake
 * of its next few rows (260 ms instead of half a millisecond with 300,000 of them).
 */
export const BY_INDEX = `set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', 'off', true)`
