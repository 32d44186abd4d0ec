'use client'

import { TRIED_KINDS, TRIED_MAX } from '@selvedge/core'
import { Field } from '@/components/field'
import { Select } from '@/components/select'
import { trpc } from '@/trpc/client'
import { armField, armModelField } from './experiment-draft'
import { TRIED_KIND_WORDS } from './words'

/** Which versions of models answer the arm; those that answer everybody unless others are named. */
export const ArmVersions = ({ arm }: { arm: string }) => {
  const { data = [] } = trpc.admin.models.list.useQuery(undefined, { staleTime: 60_000 })
  const others = (name: string) => data.filter((model) => model.name === name && !model.isActive)
  const fields = [
    { name: 'ranker', label: 'Ranked by', field: armField(arm, 'ranker') },
    ...TRIED_KINDS.map((kind) => ({ name: kind, label: TRIED_KIND_WORDS[kind], field: armModelField(arm, kind) })),
  ]
  return (
    <div className="mt-4 flex flex-col gap-3">
      <p className="max-w-prose text-note text-soft">
        Versions of models, at most {TRIED_MAX} beside the ranking. What visits go on to and what is bought together
        have one version for everybody: the first learns every visit as it ends, the second is shown by pages that no
        arm reaches. How pieces fit is tried in what is chosen; the advice on a size stays as it is.
      </p>
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {fields.map(({ name, label, field }) => (
          <Field key={name} label={label}>
            {(wiring) => (
              <Select
                {...wiring}
                name={field}
                options={[
                  { value: '', label: 'The version that answers' },
                  ...others(name).map(({ version }) => ({ value: version, label: version })),
                ]}
              />
            )}
          </Field>
        ))}
      </div>
    </div>
  )
}
