'use client'

import { isTitled, type Page, type RailSetting } from '@selvedge/core'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/choice'
import { Input } from '@/components/input'
import { announce } from '@/components/live-region'
import { trpc } from '@/trpc/client'
import { LeverForm, type Writing } from './lever-form'
import { moved } from './moved'
import { useLever } from './use-lever'
import { PAGE_WORDS, railWords } from './words'

export type PageRow = { page: Page; rails: readonly RailSetting[]; isHouse: boolean }

/** What stands on a page below its head: in which order, under which title, and whether it is shown at all. */
export const PageForm = ({ row: { page, rails, isHouse } }: { row: PageRow }) => {
  const utils = trpc.useUtils()
  const { placements } = utils.client.admin
  const lever = useLever(
    (draft: readonly RailSetting[]) => placements.savePage.mutate({ page, rails: draft.map(withoutEmptyTitle) }),
    () => placements.resetPage.mutate({ page }),
    {
      said: `${PAGE_WORDS[page]}: so it stands from the next look on`,
      readAgain: () => utils.admin.placements.pages.invalidate(),
    },
  )
  return (
    <LeverForm title={PAGE_WORDS[page]} saved={rails} isHouse={isHouse} {...lever}>
      {(writing) => <RailFields {...writing} />}
    </LeverForm>
  )
}

const RailFields = ({ draft, setDraft }: Writing<readonly RailSetting[]>) => {
  const change = (at: number, with_: Partial<RailSetting>): void =>
    setDraft((known) => known.map((one, place) => (place === at ? { ...one, ...with_ } : one)))
  const move = (at: number, by: -1 | 1): void => {
    setDraft((known) => moved(known, at, by))
    announce(`${railWords(draft[at]?.rail ?? '')} is number ${at + 1 + by}`)
  }
  return (
    <ol className="mt-3">
      {draft.map(({ rail, isShown, title }, at) => (
        <li
          key={rail}
          className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 border-t border-rule py-2 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]"
        >
          <Checkbox
            label={railWords(rail)}
            checked={isShown}
            onChange={({ target }) => change(at, { isShown: target.checked })}
          />
          <span className="max-sm:order-last max-sm:col-span-2">
            {isTitled(rail) ? (
              <Input
                aria-label={`Title of ${railWords(rail)}`}
                placeholder={railWords(rail)}
                maxLength={60}
                value={title ?? ''}
                onChange={({ target }) => change(at, { title: target.value })}
              />
            ) : (
              <span className="text-note text-soft">Says its own words</span>
            )}
          </span>
          <span className="flex gap-1">
            <Button tone="quiet" size="small" disabled={at === 0} onClick={() => move(at, -1)}>
              <ArrowUp aria-hidden="true" className="size-4" strokeWidth={1.5} />
              <span className="sr-only">{railWords(rail)} up</span>
            </Button>
            <Button tone="quiet" size="small" disabled={at === draft.length - 1} onClick={() => move(at, 1)}>
              <ArrowDown aria-hidden="true" className="size-4" strokeWidth={1.5} />
              <span className="sr-only">{railWords(rail)} down</span>
            </Button>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** An empty title is the house's own. */
const withoutEmptyTitle = ({ title = '', ...rest }: RailSetting): RailSetting =>
  title.trim() === '' ? rest : { ...rest, title: title.trim() }
