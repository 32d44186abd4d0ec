import type { NoticeView } from '@selvedge/core'
import { formatMoment } from '../orders/format-moment'

/** What the shop has told somebody, newest first. */
export const NoticeList = ({ notices }: { notices: readonly NoticeView[] }) => (
  <ul className="flex flex-col gap-5">
    {notices.map(({ id, subject, body, atMs }) => (
      <li key={id} className="flex flex-col gap-1 border-l-4 border-rule pl-4">
        <p className="text-small font-medium">{subject}</p>
        <p className="max-w-prose text-small text-soft">{body}</p>
        <p className="figures text-note text-soft">{formatMoment(atMs)}</p>
      </li>
    ))}
  </ul>
)
