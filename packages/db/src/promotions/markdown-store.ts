import {
  accept,
  deepestMarkdown,
  type MarkdownStore,
  markedPriceMinor,
  type PlanMarkdown,
  reject,
} from '@selvedge/core'
import type pg from 'pg'
import { type MarkdownRow, SELECT_MARKDOWNS, toView } from './markdown-rows'
import { productsInScope, readProductFacts } from './products-in-scope'
import { reconcileMarkdowns } from './reconcile-markdowns'

const LISTED = 200
const EXAMPLES = 5

/** Markdowns over PostgreSQL (port: core MarkdownStore). */
export const createMarkdownStore = ({ pool }: { pool: pg.Pool }): MarkdownStore => {
  const one = async (id: number) => {
    const { rows } = await pool.query<MarkdownRow>(`${SELECT_MARKDOWNS} WHERE m.id = $1`, [id])
    return rows[0]
  }

  const scopeIds = async ({ scope }: PlanMarkdown) => {
    const table = scope.kind === 'product' ? 'product' : 'collection'
    const { rows } = await pool.query<{ id: number }>(`SELECT id FROM ${table} WHERE slug = $1`, [scope.slug])
    const id = rows[0]?.id
    if (id === undefined) return undefined
    return scope.kind === 'product' ? { productId: id, collectionId: null } : { productId: null, collectionId: id }
  }

  return {
    list: async () => {
      const { rows } = await pool.query<MarkdownRow>(
        `${SELECT_MARKDOWNS} ORDER BY (coalesce(m.ended_at, m.ends_at) IS NULL OR coalesce(m.ended_at, m.ends_at) > clock_timestamp()) DESC, m.starts_at DESC LIMIT ${LISTED}`,
      )
      return rows.map(toView)
    },

    collections: async () => {
      const { rows } = await pool.query<{ slug: string; title: string }>(
        'SELECT slug, title FROM collection ORDER BY title',
      )
      return rows
    },

    plan: async (plan, actor) => {
      const scope = await scopeIds(plan)
      if (!scope) return reject({ code: 'UNKNOWN_SCOPE', slug: plan.scope.slug })
      const { rows } = await pool.query<{ id: number }>(
        `INSERT INTO markdown (name, product_id, collection_id, percent, starts_at, ends_at, min_stock_age_days, min_units, created_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
        [
          plan.name,
          scope.productId,
          scope.collectionId,
          plan.percent,
          new Date(plan.startsAtMs),
          plan.endsAtMs === undefined ? null : new Date(plan.endsAtMs),
          plan.minStockAgeDays ?? null,
          plan.minUnits ?? null,
          actor,
        ],
      )
      const made = rows[0] && (await one(rows[0].id))
      if (!made) throw new Error('a markdown that was just made is not there')
      return accept(toView(made))
    },

    end: async (id) => {
      const before = await one(id)
      if (!before) return reject({ code: 'UNKNOWN_MARKDOWN', id })
      const { rowCount } = await pool.query(
        `UPDATE markdown SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL AND (ends_at IS NULL OR ends_at > clock_timestamp())`,
        [id],
      )
      if (rowCount === 0) return reject({ code: 'MARKDOWN_ENDED', id })
      return accept(toView((await one(id)) ?? before))
    },

    preview: async (plan) => {
      const scope = await scopeIds(plan)
      if (!scope) return reject({ code: 'UNKNOWN_SCOPE', slug: plan.scope.slug })
      const inScope = await productsInScope(pool, scope)
      const startsAt = new Date(0)
      const { percent, minStockAgeDays, minUnits } = plan
      const asIfLive = {
        id: 0,
        scope: { kind: 'product' as const, productId: 0 },
        percent,
        startsAt,
        ...(minStockAgeDays === undefined ? {} : { minStockAgeDays }),
        ...(minUnits === undefined ? {} : { minUnits }),
      }
      const met = (await readProductFacts(pool, inScope)).filter((facts) =>
        deepestMarkdown([asIfLive], facts, new Date(1)),
      )
      const examples = [...met].sort((a, b) => b.listPriceMinor - a.listPriceMinor).slice(0, EXAMPLES)
      return accept({
        inScope: inScope.length,
        marked: met.length,
        examples: examples.map(({ title, listPriceMinor, stockAgeDays, units }) => ({
          title,
          fromMinor: listPriceMinor,
          toMinor: markedPriceMinor(listPriceMinor, percent),
          stockAgeDays,
          units,
        })),
      })
    },

    reconcile: () => reconcileMarkdowns(pool),
  }
}
