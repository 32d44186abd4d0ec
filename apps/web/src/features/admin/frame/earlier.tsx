import type { When } from './use-when'
import { WhenField } from './when-field'

/** Out of the way of who writes things down as they happen. */
export const Earlier = ({ when }: { when: When }) => (
  <details className="text-small">
    <summary className="min-h-touch cursor-pointer py-2 text-soft md:min-h-0">
      {when.typed === '' ? 'It happened earlier' : 'It happened at another time'}
    </summary>
    <div className="pt-2">
      <WhenField when={when} />
    </div>
  </details>
)
