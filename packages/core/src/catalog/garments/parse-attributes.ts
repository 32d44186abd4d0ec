import { accept, type Result, reject } from '../../result'
import { ATTRIBUTE_SETS, type AttributesOf, clothContradiction } from './attribute-sets'
import type { GarmentId } from './garment-types'

export type AttributesRejection = {
  readonly code: 'ATTRIBUTES_INVALID'
  readonly garment: GarmentId
  readonly issues: ReadonlyArray<{ readonly path: string; readonly message: string }>
}

/** Checks a product's `attributes` against the set of its garment type; unknown fields are refused. */
export function parseAttributes<G extends GarmentId>(
  garment: G,
  input: unknown,
): Result<AttributesOf<G>, AttributesRejection> {
  const parsed = ATTRIBUTE_SETS[garment].safeParse(input)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return reject({ code: 'ATTRIBUTES_INVALID', garment, issues })
  }
  const contradiction = clothContradiction(garment, parsed.data)
  if (contradiction) {
    return reject({ code: 'ATTRIBUTES_INVALID', garment, issues: [{ path: 'material', message: contradiction }] })
  }
  return accept(parsed.data as AttributesOf<G>) // parsed by this very garment's schema, one line above
}
