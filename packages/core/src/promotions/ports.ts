import type { Result } from '../result'
import type { PromotionRejection } from './rejections'
import type { MarkdownPreview, MarkdownView, PlanMarkdown } from './requests'

/** Markdowns and the prices they write; implemented over PostgreSQL. */
export type MarkdownStore = {
  list(): Promise<readonly MarkdownView[]>
  /** Collections that a markdown can reach, by title. */
  collections(): Promise<readonly { readonly slug: string; readonly title: string }[]>
  plan(plan: PlanMarkdown, actor: string): Promise<Result<MarkdownView, PromotionRejection>>
  /** Ends one now; its prices go back with the next reconciliation. */
  end(id: number): Promise<Result<MarkdownView, PromotionRejection>>
  preview(plan: PlanMarkdown): Promise<Result<MarkdownPreview, PromotionRejection>>
  /**
   * Makes prices what the markdowns in force by the database's clock say, in one transaction with the messages that
   * search, caches and pages follow. Safe to run at any time, by any number of processes. Answers how many products changed.
   */
  reconcile(): Promise<number>
}
