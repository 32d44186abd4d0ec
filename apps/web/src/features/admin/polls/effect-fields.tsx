import { DIMENSIONS, dimensionSchema, type PollValues } from '@selvedge/core'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { EFFECT_WORDS, valueWords } from './poll-words'
import { type EffectForm, emptyEffect } from './read-poll'

type Props = {
  /** Said to those who do not see where it stands. */
  name: string
  effect: EffectForm
  values: PollValues
  error: string | undefined
  onWrite: (effect: EffectForm) => void
  onRemove: (() => void) | undefined
}

const kindOf = (text: string): EffectForm['kind'] => (text === 'piece' ? 'piece' : dimensionSchema.parse(text))

/** One thing that an answer stands for: a value that the shop has, or one piece. */
export const EffectFields = ({ name, effect, values, error, onWrite, onRemove }: Props) => {
  const { kind } = effect
  const known = values.find(({ dimension }) => dimension === kind)?.values ?? []
  return (
    <div className="col-span-2 grid grid-cols-2 gap-x-4 gap-y-2">
      <Field label="It stands for a">
        {(wiring) => (
          <Select
            {...wiring}
            value={kind}
            onChange={({ target }) => onWrite({ ...emptyEffect(), kind: kindOf(target.value) })}
            options={[...DIMENSIONS, 'piece' as const].map((value) => ({ value, label: EFFECT_WORDS[value] }))}
          />
        )}
      </Field>
      {kind === 'piece' ? (
        <TextField
          label="Which"
          hint="Its address in the shop"
          value={effect.value}
          maxLength={300}
          onChange={({ target }) => onWrite({ ...effect, value: target.value })}
          error={error}
        />
      ) : (
        <Field label="Which" error={error}>
          {(wiring) => (
            <Select
              {...wiring}
              value={effect.value}
              onChange={({ target }) => onWrite({ ...effect, value: target.value })}
              options={[
                { value: '', label: 'Choose' },
                ...known.map((value) => ({ value, label: valueWords(kind, value) })),
              ]}
            />
          )}
        </Field>
      )}
      {onRemove ? (
        <div className="col-span-2">
          <Button type="button" size="small" tone="bare" onClick={onRemove}>
            Without this<span className="sr-only">: {name}</span>
          </Button>
        </div>
      ) : null}
    </div>
  )
}
