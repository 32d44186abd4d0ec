import { z } from 'zod'
import { leanSchema } from './signals'

/** One question with few answers; each stands for tastes that count at once. */
export const pollOptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: z.string().min(1).max(60),
  leans: z.array(leanSchema).max(12),
})
export type PollOption = z.infer<typeof pollOptionSchema>

export const pollSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  question: z.string().min(3).max(120),
  options: z.array(pollOptionSchema).min(2).max(6),
  isActive: z.boolean(),
  position: z.int().min(0).max(1_000),
})
export type Poll = z.infer<typeof pollSchema>

/** A poll as shoppers see it. */
export const pollViewSchema = z.object({
  id: z.string(),
  question: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type PollView = z.infer<typeof pollViewSchema>
