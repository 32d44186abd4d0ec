import { CATEGORY_LABELS } from '@selvedge/core'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Breadcrumbs } from '@/components/breadcrumbs'
import { Later } from '@/components/later'
import { OwnTurn } from '@/components/own-turn'
import { ProductWatch } from '@/features/behaviour/product-watch'
import { JsonLd } from '@/features/product/json-ld'
import { ProductFacts } from '@/features/product/product-facts'
import { productGroup } from '@/features/product/product-group'
import { ProductSkeleton } from '@/features/product/product-skeleton'
import { ProductStage } from '@/features/product/product-stage'
import { RailsBeside } from '@/features/product/rails-beside'
import { readProduct } from '@/features/product/read-product'
import { TogetherRail } from '@/features/product/together-rail'
import { Screen } from '@/layout/screen'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ colour?: string | string[] | undefined }>
}

const SUMMARY_LETTERS = 155

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { product } = await readProduct((await params).slug)
  const front = product.media[0]
  return {
    title: `${product.title} by ${product.brand.name}`,
    description: product.description.slice(0, SUMMARY_LETTERS),
    alternates: { canonical: `/p/${product.slug}` },
    ...(front ? { openGraph: { images: [`${originOf(await headers())}/img/${front.pictureKey}.w960.webp`] } } : {}),
  }
}

const ProductPage = (props: Props) => (
  <Screen outline={<ProductSkeleton />}>
    <Product {...props} />
  </Screen>
)

const Product = async ({ params, searchParams }: Props) => {
  const [{ slug }, { colour }, requestHeaders] = await Promise.all([params, searchParams, headers()])
  const [view, rails] = await Promise.all([readProduct(slug), readRails()])
  const { product, stock, boughtTogether, boughtTogetherSource } = view
  const category = Object.entries(CATEGORY_LABELS).find(([key]) => key === product.category)
  return (
    <>
      <ProductWatch productId={product.productId} />
      <JsonLd data={productGroup(view, originOf(requestHeaders))} />
      <div className="page-width hidden py-4 lg:block">
        <Breadcrumbs
          steps={[
            { label: 'Shop', href: '/shop' },
            { label: category?.[1] ?? product.category, href: `/shop?category=${product.category}` },
            { label: product.title },
          ]}
        />
      </div>
      <ProductStage product={product} stock={stock} askedColour={typeof colour === 'string' ? colour : undefined}>
        <Later>
          <ProductFacts product={product} />
        </Later>
      </ProductStage>
      <OwnTurn>
        <RailsBeside
          key={product.productId}
          rails={rails}
          productId={product.productId}
          title={product.title}
          standIn={<TogetherRail anchor={product.title} cards={boughtTogether} source={boughtTogetherSource} />}
          standInIds={boughtTogether.map(({ productId }) => productId)}
        />
      </OwnTurn>
    </>
  )
}

const readRails = async () => (await getCaller()).shop.pageRails({ page: 'product' })

const originOf = (requestHeaders: Headers): string => {
  const host = requestHeaders.get('x-forwarded-host') ?? requestHeaders.get('host') ?? 'localhost'
  return `${requestHeaders.get('x-forwarded-proto') ?? 'http'}://${host}`
}

export default ProductPage
