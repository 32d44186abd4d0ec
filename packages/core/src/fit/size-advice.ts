import { z } from 'zod'
import type { Category, Department } from '../catalog/garments/departments'
import { sizeByBody } from './size-by-body'
import { sizePlace } from './size-place'

/**
 * What a shopper may tell of their body; all of it or some of it. The limits only refuse slips of the hand, as inches for
 * centimetres: what a height and a weight say of a size ends with the bodies that were measured, see `sizeByBody`.
 */
export const bodyAnswerSchema = z
  .strictObject({
    heightCm: z.int().min(120).max(220).optional(),
    weightKg: z.int().min(30).max(250).optional(),
    usualSize: z
      .string()
      .refine((code) => sizePlace(code)?.kind === 'clothes', { error: 'is no size of clothes' })
      .optional(),
  })
  .refine((answer) => Object.values(answer).some((value) => value !== undefined), { error: 'says nothing' })
export type BodyAnswer = z.infer<typeof bodyAnswerSchema>

const runsSchema = {
  /** How the piece comes out for everybody who has worn it. */
  runs: z.enum(['small', 'true', 'large']),
  /** Wearers who stand behind `runs`. */
  wearers: z.int(),
}

export const sizeAdviceSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('advised'),
    ...runsSchema,
    /** A size code of the piece. */
    size: z.string(),
    /** The chance that this size is kept for its fit; from `body` alone, that somebody of it has this size. 0 to 1. */
    confidence: z.number().min(0).max(1),
    /** What of the shopper went into it. `body` stands alone: height and weight by a table, nobody's purchases. */
    from: z.array(z.enum(['purchases', 'told', 'body'])),
  }),
  /** `nothing-known` of the shopper, a piece that is `not-made` near their size, or not sure enough to say. */
  z.object({ state: z.literal('unknown'), ...runsSchema, why: z.enum(['nothing-known', 'not-made', 'unsure']) }),
  /** The piece has no sizes that could be advised. */
  z.object({ state: z.literal('none') }),
])
export type SizeAdviceView = z.infer<typeof sizeAdviceSchema>

/** A piece somebody bought and kept, or sent back for its size. */
export type WornPiece = {
  readonly productId: number
  readonly size: string
  readonly outcome: 'small' | 'fit' | 'large'
}

export type FitAsk = {
  readonly productId: number
  readonly kind: 'clothes' | 'shoes'
  readonly sizes: readonly { readonly label: string; readonly place: number }[]
  readonly worn: readonly {
    readonly productId: number
    readonly place: number
    readonly outcome: WornPiece['outcome']
  }[]
  readonly body: BodyAnswer
}

export type FitAnswer = {
  readonly runs: 'small' | 'true' | 'large'
  readonly wearers: number
  /** Absent where no size of the piece is near the wearer's own. */
  readonly best?: { readonly label: string; readonly confidence: number }
}

/** A product as it is cut: the codes of the sizes it is made in. */
export type Cut = { readonly sizes: readonly string[]; readonly department: Department; readonly category: Category }

export type SizeAdviceDeps = {
  /** Undefined for an unknown product. */
  readonly cutOf: (productId: number) => Promise<Cut | undefined>
  readonly wornBy: (person: string) => Promise<readonly WornPiece[]>
  readonly told: (person: string) => Promise<BodyAnswer | undefined>
  readonly tell: (person: string, answer: BodyAnswer) => Promise<void>
  readonly forget: (person: string) => Promise<void>
  /** Undefined while no fit model is there. */
  readonly ask: (ask: FitAsk) => FitAnswer | undefined
}

export type SizeAdviceService = {
  advise(productId: number, person: string | undefined): Promise<SizeAdviceView>
} & Pick<SizeAdviceDeps, 'told' | 'tell' | 'forget'>

/** Below it the sentence would be right hardly more often than wrong. */
const CONFIDENCE_MIN = 0.55
/** A size that height and weight point to; below it three sizes are about as likely. */
const BODY_SHARE_MIN = 0.4

/** Which size to take, from what the shopper kept, sent back and told; silent rather than guessing. */
export const createSizeAdvice = ({ cutOf, wornBy, ask, ...answers }: SizeAdviceDeps): SizeAdviceService => ({
  ...answers,
  advise: async (productId, person) => {
    const cut = await cutOf(productId)
    if (cut === undefined) return { state: 'none' }
    const placed = cut.sizes.flatMap((label) => {
      const place = sizePlace(label)
      return place ? [{ label, ...place }] : []
    })
    const kind = placed[0]?.kind
    if (kind === undefined || placed.length < 2) return { state: 'none' }
    const [worn, body = {}] =
      person === undefined ? [[], {}] : await Promise.all([wornBy(person), answers.told(person)])
    const own = worn.flatMap(({ productId: id, size, outcome }) => {
      const place = sizePlace(size)
      return place?.kind === kind ? [{ productId: id, place: place.place, outcome }] : []
    })
    const usual = kind === 'clothes' && body.usualSize !== undefined ? sizePlace(body.usualSize) : undefined
    // A size that is usually worn counts as a piece that fits, of a house that cuts true.
    const known = usual ? [...own, { productId: 0, place: usual.place, outcome: 'fit' as const }] : own
    const answer = ask({
      productId,
      kind,
      sizes: placed.map(({ label, place }) => ({ label, place })),
      worn: known,
      body,
    })
    if (answer === undefined) return { state: 'none' }
    const { runs, wearers, best } = answer
    const unknown = (why: 'nothing-known' | 'not-made' | 'unsure'): SizeAdviceView => ({
      state: 'unknown',
      runs,
      wearers,
      why,
    })
    if (known.length === 0) {
      const { heightCm, weightKg } = body
      if (heightCm === undefined || weightKg === undefined) return unknown('nothing-known')
      const byBody = bySizeTable({ heightCm, weightKg }, cut)
      if (byBody === undefined) return unknown('unsure')
      return { state: 'advised', runs, wearers, size: byBody.label, confidence: byBody.share, from: ['body'] }
    }
    if (best === undefined) return unknown('not-made')
    if (best.confidence < CONFIDENCE_MIN) return unknown('unsure')
    const from = [...(own.length > 0 ? (['purchases'] as const) : []), ...(usual ? (['told'] as const) : [])]
    return { state: 'advised', runs, wearers, size: best.label, confidence: best.confidence, from }
  },
})

/** What height and weight say where nothing was worn yet. A bust says nothing of trousers. */
function bySizeTable(body: { readonly heightCm: number; readonly weightKg: number }, cut: Cut) {
  if (cut.category === 'bottoms') return undefined
  const found = sizeByBody(body, cut.department, cut.sizes)
  return found !== undefined && found.share >= BODY_SHARE_MIN ? found : undefined
}
