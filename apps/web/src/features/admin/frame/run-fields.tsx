import { TextField } from '@/components/input'

type RunFieldsProps = {
  /** As the browser writes them; empty where nobody chose. */
  run: { startsAt: string; endsAt: string }
  errors: { startsAtMs?: string | undefined; endsAtMs?: string | undefined } | undefined
  /** What happens where no end is given. */
  openEnd: string
  onWrite: (field: 'startsAt' | 'endsAt') => (event: { target: { value: string } }) => void
}

/** From when to when something that staff plan runs: two fields for a form's grid. */
export const RunFields = ({ run, errors, openEnd, onWrite }: RunFieldsProps) => (
  <>
    <TextField
      label="Begins"
      type="datetime-local"
      hint="Empty: now"
      value={run.startsAt}
      onChange={onWrite('startsAt')}
      error={errors?.startsAtMs}
    />
    <TextField
      label="Ends"
      type="datetime-local"
      hint={`Empty: ${openEnd}`}
      value={run.endsAt}
      onChange={onWrite('endsAt')}
      error={errors?.endsAtMs}
    />
  </>
)
