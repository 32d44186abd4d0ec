import { PLACEMENTS, type Placement, type RuleDraft } from '@selvedge/core'

/** Where and for whom a rule is tried, as typed; no placement means where the rule holds first. */
export type PreviewTexts = { readonly placement: string; readonly anchor: string; readonly person: string }

type SeenOn = Exclude<Placement, 'listing'>
const isSeenOn = (placement: Placement): placement is SeenOn => placement !== 'listing'

/** Placements on which the rule holds and an answer can be shown. */
export const seenOn = ({ placements }: RuleDraft): readonly SeenOn[] => {
  const held: readonly Placement[] = placements.length === 0 ? PLACEMENTS : placements
  return held.filter(isSeenOn)
}

/** What is asked for; what cannot be read as a product or a shopper is left out. */
export function readPreview(rule: RuleDraft, { placement, anchor, person }: PreviewTexts) {
  const choices = seenOn(rule)
  const chosen: SeenOn = choices.find((one) => one === placement) ?? choices[0] ?? 'for-you'
  const anchorId = Number(anchor)
  return {
    placement: chosen,
    ...(chosen !== 'for-you' && Number.isInteger(anchorId) && anchorId > 0 ? { anchorId } : {}),
    ...(/^[uv]:[\w-]{1,64}$/.test(person.trim()) ? { person: person.trim() } : {}),
  }
}
