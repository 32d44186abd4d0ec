CREATE TABLE "staff_action" (
    "id" BIGSERIAL NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "outcome" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "staff_action_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "staff_action_actor_id_idx" ON "staff_action"("actor", "id" DESC);

-- What was done stays done: a row may be told its outcome once, and nothing else.
CREATE FUNCTION refuse_action_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.outcome IS NULL AND NEW.outcome IS NOT NULL
    AND (NEW.id, NEW.asked_at, NEW.actor, NEW.procedure, NEW.input, NEW.correlation_id)
      = (OLD.id, OLD.asked_at, OLD.actor, OLD.procedure, OLD.input, OLD.correlation_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what staff did is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER staff_action_append_only BEFORE UPDATE OR DELETE ON "staff_action"
  FOR EACH ROW EXECUTE FUNCTION refuse_action_change();
CREATE TRIGGER staff_action_no_truncate BEFORE TRUNCATE ON "staff_action"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_action_change();
