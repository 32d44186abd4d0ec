-- What late entries change at one moment, of many records at once: found by time alone. Holds and sales, recorded when they
-- happen, never enter it.
CREATE INDEX inventory_event_apart ON "inventory_event"
  USING gist (tstzrange(least(effective_at, recorded_at), greatest(effective_at, recorded_at), '[)'))
  WHERE effective_at <> recorded_at;
