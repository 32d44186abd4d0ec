import type { AdjustMode } from './adjust-plan'

const MODES = [
  ['change', 'A change'],
  ['counted', 'A count'],
] as const

/** Whether one writes how many more or fewer there are, or how many there are. */
export const ModeChoice = ({ mode, onMode }: { mode: AdjustMode; onMode: (mode: AdjustMode) => void }) => (
  <fieldset className="grid grid-cols-2 border border-edge">
    <legend className="sr-only">What you enter</legend>
    {MODES.map(([value, label]) => (
      <label
        key={value}
        className="relative flex min-h-touch cursor-pointer items-center justify-center text-small font-medium text-soft has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-thread"
      >
        <input
          type="radio"
          name="mode"
          value={value}
          checked={mode === value}
          onChange={() => onMode(value)}
          className="absolute inset-0 cursor-pointer appearance-none outline-0"
        />
        {label}
      </label>
    ))}
  </fieldset>
)
