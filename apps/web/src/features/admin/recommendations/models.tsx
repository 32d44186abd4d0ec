'use client'

import type { FeedFigure, ModelVersion } from '@selvedge/core'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { toast } from '@/components/toast'
import { rejectionOf } from '@/features/refusal'
import { trpc } from '@/trpc/client'
import { Moment } from '../frame/moment'
import { tellFailure } from '../frame/tell-failure'
import { CameOfIt } from './came-of-it'
import { OfflineFigures } from './offline-figures'
import { type Worse, WorseDialog } from './worse-dialog'

/** Every trained version, which one answers, and what came of what was shown. */
export const Models = ({ first, figures }: { first: readonly ModelVersion[]; figures: readonly FeedFigure[] }) => {
  const utils = trpc.useUtils()
  const { data = first } = trpc.admin.models.list.useQuery(undefined, { initialData: [...first] })
  const [worse, setWorse] = useState<Worse>()
  const promote = trpc.admin.models.promote.useMutation({
    onSuccess: (_, { name, version }) => {
      setWorse(undefined)
      toast(`${name} ${version} answers now`, { description: 'Every running shop follows within seconds.' })
      void utils.admin.models.list.invalidate()
    },
    onError: (error) => {
      const rejection = rejectionOf(error)
      if (rejection?.code === 'MODEL_WORSE') setWorse(rejection)
      else tellFailure(error)
    },
  })
  const activeOf = ({ name }: ModelVersion) => data.find((other) => other.name === name && other.isActive)
  const train = trpc.admin.models.train.useMutation({
    onSuccess: () =>
      toast('Training has been asked for', { description: 'A new version appears here when it is done.' }),
    onError: tellFailure,
  })
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose text-small text-soft">
          Trained every night. A version is made active in one step and taken back the same way. Offline figures are of
          the newest fifth of a version’s data, which the one that was judged had not seen; beside them stands the
          difference from the version that answers.
        </p>
        <Button onClick={() => train.mutate()} loading={train.isPending}>
          Train now
        </Button>
      </div>
      {data.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nothing has been trained yet. Until then popularity, new arrivals, collections and likeness choose.
        </p>
      ) : (
        <Table caption="Model versions, newest first within a model">
          <TableHead>
            <tr>
              <TableHeading>Model</TableHeading>
              <TableHeading>Version</TableHeading>
              <TableHeading>Data</TableHeading>
              <TableHeading>Offline figures</TableHeading>
              <TableHeading numeric>Size</TableHeading>
              <TableHeading>Trained</TableHeading>
              <TableHeading>Answers</TableHeading>
            </tr>
          </TableHead>
          <tbody>
            {data.map((model) => (
              <TableRow key={`${model.name} ${model.version}`}>
                <TableCell className="font-medium">{model.name}</TableCell>
                <TableCell title={`sha256 ${model.checksum}`}>{model.version}</TableCell>
                <TableCell className="text-soft">
                  <DataWindow model={model} />
                </TableCell>
                <TableCell className="text-soft">
                  <OfflineFigures own={model.metrics} active={model.isActive ? undefined : activeOf(model)?.metrics} />
                </TableCell>
                <TableCell numeric>{(model.sizeBytes / 1_024).toFixed(0)} kB</TableCell>
                <TableCell>
                  <Moment at={model.createdAt} />
                </TableCell>
                <TableCell>
                  {model.isActive ? (
                    <Badge tone="good">Active</Badge>
                  ) : (
                    <Button
                      tone="quiet"
                      size="small"
                      loading={promote.isPending && promote.variables.version === model.version}
                      onClick={() => promote.mutate({ name: model.name, version: model.version })}
                    >
                      Make active
                      <span className="sr-only">
                        : {model.name} {model.version}
                      </span>
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      <WorseDialog
        worse={worse}
        isPromoting={promote.isPending}
        onLeave={() => setWorse(undefined)}
        onMeant={({ name, version }) => promote.mutate({ name, version, evenIfWorse: true })}
      />
      <section aria-labelledby="came-of-it">
        <h2 id="came-of-it" className="font-display text-title">
          What came of it, 14 days
        </h2>
        {figures.length === 0 ? (
          <p className="mt-3 border border-rule bg-raised p-6 text-small text-soft">
            No showings have been logged yet. They come from browsers whose shoppers agreed to be remembered.
          </p>
        ) : (
          <CameOfIt figures={figures} />
        )}
      </section>
    </div>
  )
}

/** When the gestures it was trained on were made; a file from elsewhere may name its days in its own way. */
const DataWindow = ({ model: { from, to } }: { model: ModelVersion }) =>
  from && to ? (
    <>
      <Edge of={from} /> to <Edge of={to} />
    </>
  ) : (
    'all orders'
  )

const Edge = ({ of: written }: { of: string }) => {
  const at = new Date(written)
  return Number.isNaN(at.getTime()) ? written : <Moment at={at} look="short" />
}
