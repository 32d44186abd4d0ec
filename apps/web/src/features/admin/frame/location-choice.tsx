import { Field } from '@/components/field'
import { Select } from '@/components/select'

type Props = {
  label: string
  hint?: string
  locations: readonly { code: string; name: string }[]
  /** A location's code; empty for every location. */
  value: string
  onChange: (code: string) => void
}

/** One location, or every one. */
export const LocationChoice = ({ label, hint, locations, value, onChange }: Props) => (
  <Field label={label} hint={hint}>
    {(wiring) => (
      <Select
        {...wiring}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: '', label: 'Every location' },
          ...locations.map(({ code, name }) => ({ value: code, label: `${code}, ${name}` })),
        ]}
      />
    )}
  </Field>
)
