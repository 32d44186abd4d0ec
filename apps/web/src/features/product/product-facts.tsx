import type { ProductDetail } from '@selvedge/core'
import { SHIPPING_METHODS } from '@selvedge/core'
import { Accordion, AccordionItem } from '@/components/accordion'
import { formatMoney } from '@/components/format-money'
import { TextLink } from '@/components/text-link'
import { hasSizeTable, SizeTable } from './size-table'

/** What it is made of, how it comes, and who made it. */
export const ProductFacts = ({ product }: { product: ProductDetail }) => (
  <div className="mt-9">
    <p className="max-w-prose text-body">{product.description}</p>
    <Accordion className="mt-7">
      <AccordionItem title="Cloth, cut and care" open>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          {product.facts.map(({ label, value }) => (
            <div key={label} className="col-span-2 grid grid-cols-subgrid">
              <dt>{label}</dt>
              <dd className="text-ink">{value}</dd>
            </div>
          ))}
        </dl>
      </AccordionItem>
      {hasSizeTable(product.sizes) ? (
        <AccordionItem title="Sizes elsewhere">
          <SizeTable sizes={product.sizes} />
        </AccordionItem>
      ) : null}
      <AccordionItem title="Delivery">
        <ul className="flex flex-col gap-1.5">
          {Object.values(SHIPPING_METHODS).map(({ label, priceMinor, freeFromMinor }) => (
            <li key={label}>
              <span className="text-ink">{label}</span>, {formatMoney(priceMinor, product.currency)}
              {freeFromMinor === undefined ? '' : `; free from ${formatMoney(freeFromMinor, product.currency)}`}
            </li>
          ))}
        </ul>
        <p className="mt-3">
          What is in your bag is held for you: the time beside it says how long, by the shop’s own clock.
        </p>
      </AccordionItem>
      <AccordionItem title={`About ${product.brand.name}`}>
        <p>{product.brand.character}</p>
        <p className="mt-3">
          <TextLink href={`/shop?brand=${product.brand.slug}`}>More from {product.brand.name}</TextLink>
        </p>
      </AccordionItem>
      {product.collections.length > 0 ? (
        <AccordionItem title="Where it hangs">
          <ul className="flex flex-col gap-1.5">
            {product.collections.map(({ slug, title }) => (
              <li key={slug}>
                <TextLink href={`/shop?collection=${slug}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </AccordionItem>
      ) : null}
    </Accordion>
  </div>
)
