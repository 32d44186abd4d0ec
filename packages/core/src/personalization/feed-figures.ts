import { z } from 'zod'

/** What came of what was shown, by placement, the model that chose it and the source that brought it up. */
export const feedFigureSchema = z.object({
  placement: z.string(),
  modelVersion: z.string(),
  /** `none` where nothing was chosen: a listing, a stand-in. */
  source: z.string(),
  impressions: z.int(),
  clicks: z.int(),
  adds: z.int(),
  orders: z.int(),
  returns: z.int(),
})
export type FeedFigure = z.infer<typeof feedFigureSchema>

/** One person's part in an experiment. */
export type ExperimentOutcome = {
  readonly arm: string
  readonly outcome: number
  /** The same in as many days before they were first exposed. */
  readonly before: number
  readonly guardrail: number
}

export type FeedFigures = {
  since(days: number): Promise<readonly FeedFigure[]>
  outcomes(slug: string): Promise<readonly ExperimentOutcome[]>
}
