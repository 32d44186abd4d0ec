import type { StoredCard } from '../catalog/ports'
import { accept, type Result, reject } from '../result'
import type { Day } from '../supply/day'
import { armsOf, isImpersonal, modelsOf, planOf, rankerOf } from './arms-of-person'
import { contextOf } from './context-of-ask'
import type { Experiment } from './experiment'
import type { AskedPiece, InspectInput, Inspection } from './inspection'
import type { LeverRejection } from './levers'
import type { MerchandisingRule, RuleDraft } from './merchandising-rule'
import type { Placement } from './placement'
import type { PlacementPlan } from './placement-plan'
import type { RecommendAsk } from './recommender'
import type { ServedLog, ServedRow } from './served-log'
import { NOBODY, type ShopperView } from './shopper-view'
import type { ModelVersions } from './tried-models'

/** An answer with everything that made it, by product id. */
export type TracedAnswer = {
  readonly versions: Readonly<Record<string, string>>
  readonly items: readonly { readonly productId: number }[]
  readonly trace?: {
    readonly bySource: Readonly<Record<string, number>>
    readonly refusedByFilter: Readonly<Record<string, number>>
    readonly candidates: readonly {
      readonly productId: number
      readonly logOdds: number
      readonly factor: number
      readonly lift: number
      readonly chance: number
      readonly position: number
      readonly sources: readonly { readonly source: string; readonly rank: number; readonly score: number }[]
      readonly features: readonly { readonly name: string; readonly value: number; readonly part: number }[]
      readonly ruleIds: readonly string[]
      readonly shipsBy?: Day
    }[]
    readonly refused: readonly {
      readonly productId: number
      readonly filter: string
      readonly source: string
      readonly shipsBy?: Day
    }[]
    readonly asked?: Readonly<Omit<AskedPiece, 'productId' | 'product'>>
  }
}

export type InspectorDeps = {
  readonly inspect: (ask: RecommendAsk, rules?: readonly MerchandisingRule[]) => TracedAnswer | undefined
  readonly rules: () => readonly MerchandisingRule[]
  readonly readShopper: (person: string, nowMs: number) => Promise<ShopperView | undefined>
  readonly cards: (productIds: readonly number[]) => Promise<readonly StoredCard[]>
  /** What most people buy: beside it a placement is shown when no product is named. */
  readonly popular: (limit: number) => Promise<readonly StoredCard[]>
  readonly served: Pick<ServedLog, 'find'>
  readonly experiments: () => readonly Experiment[]
  /** How a placement chooses now, where no arm says otherwise. */
  readonly planAt: (placement: Placement) => PlacementPlan
  /** Names of the columns of a layout; undefined for one that is no more. */
  readonly featureNames: (layout: string | undefined) => readonly string[] | undefined
  readonly nowMs: () => number
}

export type InspectRejection =
  | { readonly code: 'ENGINE_NOT_READY' }
  | { readonly code: 'ANSWER_NOT_FOUND'; readonly servedId: string }

export type Inspector = {
  inspect(input: InspectInput): Promise<Result<Inspection, InspectRejection>>
  /** The same answer with the rules in force and with a draft among them (in place of the rule `id` where it is one). */
  compare(
    input: InspectInput,
    draft: RuleDraft,
    id: string,
  ): Promise<Result<{ before: Inspection; after: Inspection }, InspectRejection | LeverRejection>>
}

const ANY_SEED = 1

/** Explains answers to whoever sets the levers: the engine's own, on its present stock, for any shopper or nobody. */
export const createInspector = (deps: InspectorDeps): Inspector => ({
  inspect: async (input) => {
    const asked = await askOf(deps, input)
    return asked.ok ? explain(deps, asked.value) : asked
  },
  compare: async (input, draft, id) => {
    const asked = await askOf(deps, input)
    if (!asked.ok) return asked
    const before = await explain(deps, asked.value)
    const others = deps.rules().filter((rule) => rule.id !== id)
    const after = await explain(deps, asked.value, [...others, { ...draft, id }])
    if (!before.ok) return before
    return after.ok ? accept({ before: before.value, after: after.value }) : after
  },
})

type Asked = {
  readonly ask: RecommendAsk
  readonly person: string | undefined
  readonly isKnown: boolean
  readonly arms: Pick<Inspection, 'experiments' | 'isImpersonal'>
  readonly served: ServedRow | undefined
}

async function askOf(deps: InspectorDeps, input: InspectInput): Promise<Result<Asked, InspectRejection>> {
  const { servedId } = input
  const served = servedId === undefined ? undefined : await deps.served.find(servedId)
  if (servedId !== undefined && served === undefined) return reject({ code: 'ANSWER_NOT_FOUND', servedId })
  const nowMs = deps.nowMs()
  const placement = served?.placement ?? input.placement
  const person = served ? served.person : input.person
  const { plan, rankerVersion, modelVersions, ...arms } = served ? armsThen(served) : armsNow(deps, placement, person)
  const isMet = person !== undefined && !arms.isImpersonal
  const shopper = isMet ? await deps.readShopper(person, nowMs) : undefined
  const anchorId = served ? served.anchorId : (input.anchorId ?? (await anchorFor(deps, placement)))
  const country = served ? served.country : input.country
  return accept({
    person,
    isKnown: shopper !== undefined,
    arms,
    served,
    ask: {
      placement,
      shopper: { ...(shopper ?? NOBODY), ...contextOf({ country, landing: served?.landing }, false) },
      ...(anchorId === undefined ? {} : { anchorId }),
      ...(served?.present === undefined ? {} : { presentIds: served.present }),
      ...(plan === undefined ? {} : { plan }),
      ...(rankerVersion === undefined ? {} : { rankerVersion }),
      ...(modelVersions === undefined ? {} : { modelVersions }),
      ...(input.productId === undefined ? {} : { askedId: input.productId }),
      length: served ? (served.length ?? Math.max(1, served.products.length)) : input.length,
      nowMs,
      seed: served?.seed ?? ANY_SEED,
    },
  })
}

type Arms = Asked['arms'] & {
  readonly plan: PlacementPlan | undefined
  readonly rankerVersion: string | undefined
  readonly modelVersions: ModelVersions | undefined
}

/** What experiments make of an answer to a person now, as the feed applies them. */
function armsNow(deps: InspectorDeps, placement: Placement, person: string | undefined): Arms {
  const arms = armsOf(deps.experiments(), placement, person)
  return {
    experiments: arms.map(({ experiment, arm }) => ({ experiment, arm })),
    isImpersonal: isImpersonal(arms),
    plan: planOf(arms, deps.planAt(placement)),
    rankerVersion: rankerOf(arms),
    modelVersions: modelsOf(arms),
  }
}

const armsThen = ({ experiments, isImpersonal, plan, rankerVersion, modelVersions }: ServedRow): Arms => ({
  experiments: experiments ?? [],
  isImpersonal: isImpersonal ?? false,
  plan,
  rankerVersion,
  modelVersions,
})

/** Everywhere but on the front page something is stood beside: without it the answer would be another placement's. */
async function anchorFor({ popular }: InspectorDeps, placement: Placement): Promise<number | undefined> {
  if (placement === 'for-you') return undefined
  const [best] = await popular(1)
  return best?.productId
}

async function explain(
  deps: InspectorDeps,
  { ask, person, isKnown, arms, served }: Asked,
  rules?: readonly MerchandisingRule[],
): Promise<Result<Inspection, InspectRejection>> {
  const answer = deps.inspect(ask, rules)
  if (answer?.trace === undefined) return reject({ code: 'ENGINE_NOT_READY' })
  const { candidates, refused, bySource, refusedByFilter, asked } = answer.trace
  const ids = [...candidates, ...refused].map(({ productId }) => productId)
  for (const id of [ask.anchorId, ask.askedId]) if (id !== undefined) ids.push(id)
  ids.push(...(served?.products ?? []).map(({ productId }) => productId))
  const cards = new Map((await deps.cards([...new Set(ids)])).map((card) => [card.productId, card]))
  const anchor = ask.anchorId === undefined ? undefined : nameOf(cards.get(ask.anchorId))
  const names = new Map((rules ?? deps.rules()).map(({ id, name }) => [id, name]))
  return accept({
    placement: ask.placement,
    ...(person === undefined ? {} : { person }),
    isKnown,
    experiments: [...arms.experiments],
    isImpersonal: arms.isImpersonal,
    ...(served === undefined ? {} : { given: givenOf(served, cards, deps.featureNames) }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(asked === undefined || ask.askedId === undefined ? {} : { asked: askedOf(ask.askedId, asked, cards) }),
    versions: { ...answer.versions },
    bySource: { ...bySource },
    refusedByFilter: { ...refusedByFilter },
    candidates: [...candidates].sort(byPosition).flatMap(({ productId, ruleIds, sources, features, ...facts }) => {
      const product = nameOf(cards.get(productId))
      const rest = { sources: [...sources], features: [...features], rules: ruleIds.map((id) => names.get(id) ?? id) }
      return product ? [{ ...facts, product, ...rest }] : []
    }),
    refused: refused.flatMap(({ productId, ...why }) => {
      const product = nameOf(cards.get(productId))
      return product ? [{ product, ...why }] : []
    }),
    tastes: tastesOf(ask.shopper),
    sizes: [...ask.shopper.sizes].map(([category, sizes]) => ({ category, sizes: [...sizes] })),
  })
}

function askedOf(
  productId: number,
  asked: Omit<AskedPiece, 'productId' | 'product'>,
  cards: ReadonlyMap<number, StoredCard>,
): AskedPiece {
  const product = nameOf(cards.get(productId))
  return { productId, ...(product === undefined ? {} : { product }), ...asked }
}

/** The kept answer with names; a piece whose card is gone since is left out. */
function givenOf(
  { servedAt, versions, products }: ServedRow,
  cards: ReadonlyMap<number, StoredCard>,
  featureNames: InspectorDeps['featureNames'],
): Inspection['given'] {
  const names = featureNames(versions.features)
  return {
    servedAt,
    versions,
    products: products.flatMap(({ productId, features = [], ...kept }) => {
      const product = nameOf(cards.get(productId))
      const told = features.flatMap((value, column) => {
        const name = names?.[column]
        return name === undefined || value === 0 ? [] : [{ name, value }]
      })
      return product ? [{ ...kept, product, features: told }] : []
    }),
  }
}

type Placed = { readonly position: number; readonly chance: number }
/** What is in the answer in its order, then the others by chance. */
const byPosition = (a: Placed, b: Placed): number => {
  if (a.position >= 0 && b.position >= 0) return a.position - b.position
  if (a.position >= 0 || b.position >= 0) return b.position - a.position
  return b.chance - a.chance
}

const nameOf = (card: StoredCard | undefined) =>
  card && {
    productId: card.productId,
    slug: card.slug,
    title: card.title,
    brand: card.brand,
    pictureKey: card.pictureKey,
  }

const TASTES_MAX = 24

function tastesOf({ affinities, session }: ShopperView): Inspection['tastes'] {
  const told = (terms: ShopperView['affinities'], when: 'now' | 'always') =>
    [...terms].filter(([, weight]) => weight !== 0).map(([term, weight]) => ({ term, weight, when }))
  return [...told(session, 'now'), ...told(affinities, 'always')]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, TASTES_MAX)
}
