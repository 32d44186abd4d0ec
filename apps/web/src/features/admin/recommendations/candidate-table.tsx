'use client'

import type { Inspection } from '@selvedge/core'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { formatDay } from '../../product/format-day'
import { featureWords, percent, signed, sourceWords } from './words'

type Candidate = Inspection['candidates'][number]
const SHOWN = 40

/** Every candidate with its sources and score; opened, the parts its score is made of. */
export const CandidateTable = ({ inspection: { candidates, asked } }: { inspection: Inspection }) => {
  const [open, setOpen] = useState<number>()
  const shown = candidates.filter(({ product }, at) => at < SHOWN || product.productId === asked?.productId)
  return (
    <Table caption="Candidates: the answer in its order, then the others by chance">
      <TableHead>
        <tr>
          <TableHeading numeric>Place</TableHeading>
          <TableHeading>Piece</TableHeading>
          <TableHeading numeric>Chance</TableHeading>
          <TableHeading>Sources, by rank</TableHeading>
          <TableHeading>Rules</TableHeading>
          <TableHeading>
            <span className="sr-only">Parts of the score</span>
          </TableHeading>
        </tr>
      </TableHead>
      <tbody>
        {shown.map((candidate) => (
          <Row
            key={candidate.product.productId}
            candidate={candidate}
            isOpen={open === candidate.product.productId}
            onToggle={() =>
              setOpen((known) => (known === candidate.product.productId ? undefined : candidate.product.productId))
            }
          />
        ))}
      </tbody>
    </Table>
  )
}

const Row = ({ candidate, isOpen, onToggle }: { candidate: Candidate; isOpen: boolean; onToggle: () => void }) => {
  const { product, position, chance, factor, lift, sources, rules, shipsBy } = candidate
  return (
    <>
      <TableRow>
        <TableCell numeric>{position < 0 ? '–' : position + 1}</TableCell>
        <TableCell>
          <Link href={`/p/${product.slug}`} prefetch={false} className="thread-hover font-medium">
            {product.title}
          </Link>
          <span className="block text-soft">
            {product.brand} · {product.productId}
          </span>
          {shipsBy === undefined ? null : <span className="block text-soft">Only by {formatDay(shipsBy)}</span>}
        </TableCell>
        <TableCell numeric>{percent(chance)}</TableCell>
        <TableCell className="max-w-80 whitespace-normal text-soft">
          {sources.map(({ source, rank }) => `${sourceWords(source)} ${rank}`).join(', ')}
        </TableCell>
        <TableCell className="max-w-60 whitespace-normal">
          {rules.join(', ')}
          {factor === 1 ? '' : ` × ${factor.toFixed(2)}`}
          {lift === 1 ? '' : <span className="block text-soft">House lifts × {lift.toFixed(2)}</span>}
        </TableCell>
        <TableCell numeric>
          <Button tone="quiet" size="small" aria-expanded={isOpen} onClick={onToggle}>
            Why
            <span className="sr-only"> {product.title}</span>
          </Button>
        </TableCell>
      </TableRow>
      {isOpen ? (
        <tr className="border-b border-rule bg-paper">
          <td colSpan={6} className="px-3 py-3">
            <Parts candidate={candidate} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** What each source gave, then each feature's part in the log-odds, the greatest first, as a line to either side. */
const Parts = ({ candidate: { features, logOdds, sources } }: { candidate: Candidate }) => {
  const parts = features.filter(({ part }) => part !== 0).sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
  const constant = parts.reduce((rest, { part }) => rest - part, logOdds)
  const most = Math.max(0.01, ...parts.map(({ part }) => Math.abs(part)))
  return (
    <>
      <p className="figures text-note text-soft">
        Scored by {sources.map(({ source, score }) => `${sourceWords(source)} ${score.toFixed(2)}`).join(', ')}.
      </p>
      <p className="text-note text-soft">
        Log-odds {signed(logOdds)}: a constant of {signed(constant)} and these parts.
      </p>
      <ul aria-label="Parts of the score" className="figures mt-2 grid gap-x-8 gap-y-1 text-note md:grid-cols-2">
        {parts.map(({ name, value, part }) => (
          <li key={name} className="grid grid-cols-[1fr_4rem_6rem_4rem] items-center gap-2">
            <span className="truncate">{featureWords(name)}</span>
            <span className="text-right text-soft">{value.toFixed(2)}</span>
            <span aria-hidden="true" className="block h-1.5 bg-sunk">
              <span
                className={part >= 0 ? 'block h-full bg-kelp' : 'block h-full bg-thread'}
                style={{ width: `${(Math.abs(part) / most) * 100}%` }}
              />
            </span>
            <span className="text-right">{signed(part)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
