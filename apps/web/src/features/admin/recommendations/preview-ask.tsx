import type { RuleDraft } from '@selvedge/core'
import { Field } from '@/components/field'
import { TextField } from '@/components/input'
import { Select } from '@/components/select'
import { type PreviewTexts, readPreview, seenOn } from './preview'
import { PLACEMENT_WORDS } from './words'

/** Where, beside what and for whom the rule is tried. */
export const PreviewAsk = ({
  rule,
  texts,
  onChange,
}: {
  rule: RuleDraft
  texts: PreviewTexts
  onChange: (texts: PreviewTexts) => void
}) => {
  const { placement } = readPreview(rule, texts)
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <Field label="Seen on">
        {(wiring) => (
          <Select
            {...wiring}
            value={placement}
            onChange={({ target }) => onChange({ ...texts, placement: target.value })}
            options={seenOn(rule).map((value) => ({ value, label: PLACEMENT_WORDS[value] }))}
          />
        )}
      </Field>
      {placement === 'for-you' ? null : (
        <TextField
          label="Beside product"
          optional
          hint="Its number; the best seller when empty"
          inputMode="numeric"
          autoComplete="off"
          value={texts.anchor}
          onChange={({ target }) => onChange({ ...texts, anchor: target.value })}
        />
      )}
      <TextField
        label="For shopper"
        optional
        hint="u:… of an account, v:… of a visitor; empty for nobody"
        autoComplete="off"
        maxLength={66}
        value={texts.person}
        onChange={({ target }) => onChange({ ...texts, person: target.value })}
      />
    </div>
  )
}
