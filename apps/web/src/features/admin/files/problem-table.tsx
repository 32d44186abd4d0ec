'use client'

import { Table, TableCell, TableHead, TableHeading, TableRow } from '@/components/table'
import { trpc } from '@/trpc/client'
import { PROBLEM_WORDS } from './refusal-words'

/** What is wrong with a file, cell by cell: the first hundred; the whole list is a download. */
export const ProblemTable = ({ fileId, badRows }: { fileId: string; badRows: number }) => {
  const { data } = trpc.admin.files.problems.useQuery({ fileId })
  if (!data || data.length === 0) return null
  return (
    <section aria-label="What is not right" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-small">
          {badRows.toLocaleString('en-GB')} {badRows === 1 ? 'row is' : 'rows are'} not right
          {data.length < badRows ? '; the first are shown' : ''}.
        </p>
        <a href={`/api/admin/files/${fileId}/problems`} download className="thread-link text-note">
          All of them as CSV
        </a>
      </div>
      <Table caption="Rows that are not right">
        <TableHead>
          <tr>
            <TableHeading numeric>Line</TableHeading>
            <TableHeading numeric>Column</TableHeading>
            <TableHeading>Cell</TableHeading>
            <TableHeading>Problem</TableHeading>
            <TableHeading>Holds</TableHeading>
          </tr>
        </TableHead>
        <tbody>
          {data.map((problem) => (
            <TableRow key={problem.no}>
              <TableCell numeric>{problem.line}</TableCell>
              <TableCell numeric>{problem.column}</TableCell>
              <TableCell>{problem.name}</TableCell>
              <TableCell>{PROBLEM_WORDS[problem.code]}</TableCell>
              <TableCell className="max-w-form truncate text-soft">{problem.value}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
