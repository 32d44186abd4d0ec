import type { LocationSummary } from '@selvedge/core'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Input } from '@/components/input'
import { Select } from '@/components/select'
import { asField, type HistoryQuery } from './history-query'

/** Place, moment, clock and a moment to compare with: a plain form, whose address is the state. */
export const HistoryForm = ({ query, locations }: { query: HistoryQuery; locations: readonly LocationSummary[] }) => {
  const { scope, axis, at, from } = query
  return (
    <form
      action="/admin/history"
      className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 xl:grid-cols-[2fr_1.5fr_1.5fr_1.5fr_auto]"
    >
      {scope.kind === 'sku' ? (
        <input type="hidden" name="sku" value={scope.variantId} />
      ) : (
        <Field label="Where">
          {(wiring) => (
            <Select
              {...wiring}
              name="location"
              defaultValue={scope.kind === 'location' ? scope.locationId : ''}
              options={[
                { value: '', label: 'The whole shop' },
                ...locations.map(({ id, code, name }) => ({ value: String(id), label: `${code}, ${name}` })),
              ]}
            />
          )}
        </Field>
      )}
      <Field label="At (UTC)" optional>
        {(wiring) => <Input {...wiring} type="datetime-local" name="at" defaultValue={at ? asField(at) : ''} />}
      </Field>
      <Field label="Compared with (UTC)" optional>
        {(wiring) => <Input {...wiring} type="datetime-local" name="from" defaultValue={from ? asField(from) : ''} />}
      </Field>
      <Field label="Which time">
        {(wiring) => (
          <Select
            {...wiring}
            name="axis"
            defaultValue={axis}
            options={[
              { value: 'recorded', label: 'As the books said' },
              { value: 'effective', label: 'As it truly was' },
            ]}
          />
        )}
      </Field>
      <Button type="submit">Look</Button>
    </form>
  )
}
