import type { Metadata } from 'next'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { CheckoutView } from '@/features/checkout/checkout-view'
import { SomethingToSee } from '@/features/home/something-to-see'
import { getCaller, getContext } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Checkout', robots: { index: false } }

const CheckoutPage = async () => {
  const [api, { viewer }] = await Promise.all([getCaller(), getContext()])
  const bag = await api.shop.bag.get()
  if (bag.lines.length === 0)
    return (
      <>
        <div className="page-width">
          <EmptyState
            level={1}
            title="Nothing to pay for"
            actions={
              <>
                <Link href="/shop?sort=newest" className={buttonStyle()}>
                  See what is new
                </Link>
                <Link href="/orders" className={buttonStyle({ tone: 'quiet' })}>
                  Your orders
                </Link>
              </>
            }
          >
            <p>Your bag is empty. If you have just paid, the order is among your orders.</p>
          </EmptyState>
        </div>
        <SomethingToSee />
      </>
    )
  return (
    <div className="page-width pt-8 md:pt-12">
      <CheckoutView
        initialBag={bag}
        initialQuote={await api.shop.checkout.quote({ shippingMethod: 'standard' })}
        shopper={viewer ? { name: viewer.name, email: viewer.email } : undefined}
      />
    </div>
  )
}

export default CheckoutPage
