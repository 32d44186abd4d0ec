import pg from 'pg'

const CHAR_OID = 18
const TEXT_OID = 25

type Described = { fields?: { name: string; dataTypeID: number }[] } | undefined

/** Names of the columns seen so far that were `"char"`, so that their values can be labelled as characters again. */
export const charColumns = new Set<string>()

const relabel = (result: Described): void => {
  for (const field of result?.fields ?? []) {
    if (field.dataTypeID !== CHAR_OID) continue
    charColumns.add(field.name)
    field.dataTypeID = TEXT_OID
  }
}

/**
 * A client that reports PostgreSQL's internal `"char"` columns as text: Prisma's adapter rejects the type,
 * though its schema engine reads constraint kinds (`pg_constraint.contype`) through it.
 */
export class CharAsTextClient extends pg.Client {
  override query(...parameters: unknown[]): never {
    // A pool passes a callback, everyone else takes the promise.
    const last = parameters.at(-1)
    if (typeof last === 'function') {
      parameters[parameters.length - 1] = (error: unknown, result: Described) => {
        relabel(result)
        last(error, result)
      }
    }
    const answer = Reflect.apply(super.query, this, parameters) as unknown
    if (!(answer instanceof Promise)) return answer as never
    return answer.then((result: Described) => {
      relabel(result)
      return result
    }) as never
  }
}
