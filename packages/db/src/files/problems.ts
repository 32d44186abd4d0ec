import type { RowProblem } from '@selvedge/core'
import type pg from 'pg'

/** Writes problems down behind the `before` first of a file. */
export const insertProblems = async (
  client: pg.ClientBase | pg.Pool,
  id: string,
  before: number,
  problems: readonly RowProblem[],
): Promise<void> => {
  if (problems.length === 0) return
  await client.query(
    `INSERT INTO file_problem (job_id, no, line, "column", name, code, value)
     SELECT $1, $2 + p.ord, p.line, p.col, p.name, p.code, p.value
       FROM unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[])
         WITH ORDINALITY AS p(line, col, name, code, value, ord)`,
    [
      id,
      before,
      problems.map(({ line }) => line),
      problems.map(({ column }) => column),
      problems.map(({ name }) => name ?? null),
      problems.map(({ code }) => code),
      problems.map(({ value }) => value ?? null),
    ],
  )
}
