import { TextField } from '@/components/input'
import type { When } from './use-when'

/** When what is written down has happened, by the clock of who writes. */
export const WhenField = ({ when }: { when: When }) => (
  <TextField
    label="When it happened"
    optional
    type="datetime-local"
    hint="Left empty, it is now"
    value={when.typed}
    error={when.problem}
    onChange={({ target }) => when.setTyped(target.value)}
    className="max-w-64"
    inputClassName="figures"
  />
)
