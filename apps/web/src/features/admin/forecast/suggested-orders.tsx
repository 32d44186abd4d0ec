'use client'

import type { SuggestedOrder } from '@selvedge/core'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/button'
import { trpc } from '@/trpc/client'
import { tellFailure } from '../frame/tell-failure'
import { optionWords } from '../option-words'

const SHOWN_LINES = 5

/** What should be ordered now, one order a supplier; a click makes it a draft. */
export const SuggestedOrders = ({ initial }: { initial: SuggestedOrder[] }) => {
  const [drafted, setDrafted] = useState<readonly { supplier: string; number: string }[]>([])
  const cache = trpc.useUtils()
  const { data: orders } = trpc.admin.forecast.suggestions.useQuery(undefined, { initialData: initial })
  const draft = trpc.admin.forecast.draftSuggested.useMutation({
    onSuccess: ({ number }, { supplierId }) => {
      const supplier = orders.find((order) => order.supplierId === supplierId)?.supplier ?? ''
      setDrafted([...drafted, { supplier, number }])
    },
    onError: tellFailure,
    onSettled: () => cache.admin.forecast.invalidate(),
  })
  return (
    <section aria-labelledby="suggested" className="flex flex-col gap-3">
      <h2 id="suggested" className="font-display text-lead">
        Suggested purchase orders
      </h2>
      <ul aria-live="polite" className="contents">
        {drafted.map(({ supplier, number }) => (
          <li key={number} className="list-none border border-kelp bg-raised p-3 text-small">
            {number} to {supplier} is a draft now.{' '}
            <Link href="/admin/purchase-orders" className="thread-link">
              Look at it and send it
            </Link>
          </li>
        ))}
      </ul>
      {orders.length === 0 ? (
        <p className="border border-rule bg-raised p-6 text-small text-soft">
          Nothing has to be ordered: shelves and what is on its way last.
        </p>
      ) : (
        <div className="grid gap-3 md:grid-cols-2 2xl:grid-cols-4">
          {orders.map((order) => (
            <article key={order.supplierId} className="flex flex-col gap-3 border border-rule bg-raised p-4">
              <div>
                <h3 className="text-small font-medium">{order.supplier}</h3>
                <p className="figures text-note text-soft">
                  {order.units} pieces of {order.lines.length} SKUs to {order.location} · {order.leadDays} days
                </p>
              </div>
              <ul className="figures flex-1 text-note">
                {order.lines.slice(0, SHOWN_LINES).map((line) => (
                  <li key={line.sku} className="flex gap-3 border-b border-rule py-1 last:border-b-0">
                    <span className="min-w-0 flex-1 truncate">
                      {line.title}, {optionWords(line)}
                    </span>
                    <strong className="font-medium">{line.units}</strong>
                  </li>
                ))}
                {order.lines.length > SHOWN_LINES ? (
                  <li className="py-1 text-soft">and {order.lines.length - SHOWN_LINES} more</li>
                ) : null}
              </ul>
              <Button
                size="small"
                className="self-start"
                aria-label={`Draft the order to ${order.supplier}`}
                disabled={draft.isPending}
                loading={draft.isPending && draft.variables.supplierId === order.supplierId}
                onClick={() => draft.mutate({ supplierId: order.supplierId })}
              >
                Draft this order
              </Button>
            </article>
          ))}
        </div>
      )}
    </section>
  )
}
