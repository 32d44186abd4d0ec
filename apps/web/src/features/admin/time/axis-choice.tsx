import type { TimeAxis } from '@selvedge/core'

const AXES = [
  ['recorded', 'As the books said'],
  ['effective', 'As it truly was'],
] as const

/** By which clock one looks back: when entries were written, or when they were true. */
export const AxisChoice = ({ axis, onAxis }: { axis: TimeAxis; onAxis: (axis: TimeAxis) => void }) => (
  <fieldset className="grid grid-cols-2 border border-edge">
    <legend className="sr-only">Which time</legend>
    {AXES.map(([value, label]) => (
      <label
        key={value}
        className="relative flex min-h-9 cursor-pointer items-center justify-center px-3 text-note font-medium text-soft has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-thread"
      >
        <input
          type="radio"
          name="axis"
          value={value}
          checked={axis === value}
          onChange={() => onAxis(value)}
          className="absolute inset-0 cursor-pointer appearance-none outline-0"
        />
        {label}
      </label>
    ))}
  </fieldset>
)
