import { DIMENSIONS, dimensionSchema, type PollValues } from '@selvedge/core'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { DIMENSION_WORDS, valueWords } from './poll-words'
import type { AnswerForm } from './read-poll'

type Props = {
  nth: number
  answer: AnswerForm
  values: PollValues
  errors: Readonly<Record<string, string>> | undefined
  onWrite: (answer: AnswerForm) => void
  onRemove: (() => void) | undefined
}

/** One answer and what it stands for. */
export const AnswerFields = ({ nth, answer, values, errors, onWrite, onRemove }: Props) => {
  const known = values.find(({ dimension }) => dimension === answer.dimension)?.values ?? []
  return (
    <fieldset className="grid grid-cols-2 gap-4 border border-rule p-3">
      <legend className="px-1 text-small font-medium">Answer {nth + 1}</legend>
      <TextField
        className="col-span-2"
        label="It reads"
        value={answer.label}
        maxLength={60}
        onChange={({ target }) => onWrite({ ...answer, label: target.value })}
        error={errors?.[`${nth}.label`]}
      />
      <Field label="It stands for a">
        {(wiring) => (
          <Select
            {...wiring}
            value={answer.dimension}
            onChange={({ target }) => onWrite({ ...answer, dimension: dimensionSchema.parse(target.value), value: '' })}
            options={DIMENSIONS.map((dimension) => ({ value: dimension, label: DIMENSION_WORDS[dimension] }))}
          />
        )}
      </Field>
      <Field label="Which" error={errors?.[`${nth}.leans`]}>
        {(wiring) => (
          <Select
            {...wiring}
            value={answer.value}
            onChange={({ target }) => onWrite({ ...answer, value: target.value })}
            options={[
              { value: '', label: 'Choose' },
              ...known.map((value) => ({ value, label: valueWords(answer.dimension, value) })),
            ]}
          />
        )}
      </Field>
      {onRemove ? (
        <div className="col-span-2">
          <Button type="button" size="small" tone="quiet" onClick={onRemove}>
            Leave this answer out<span className="sr-only">: answer {nth + 1}</span>
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}
