import { ALERTS_A_DAY, type AlertView, isStaff } from '@selvedge/core'
import type { Metadata } from 'next'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { TextLink } from '@/components/text-link'
import { SignOutButton } from '@/features/account/sign-out-button'
import { CountryChooser } from '@/features/delivery/country-chooser'
import { AlertList } from '@/features/gestures/alert-list'
import { MayWantToKnow } from '@/features/gestures/may-want-to-know'
import { NoticeList } from '@/features/notices/notice-list'
import { OrderList } from '@/features/orders/order-list'
import { PrivacyPanel } from '@/features/privacy/privacy-panel'
import { getCaller, getContext } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Account', robots: { index: false } }

const RECENT_ORDERS = 3
const RECENT_NOTICES = 5

const AccountPage = async () => {
  const { viewer } = await getContext()
  const api = await getCaller()
  const [alerts, decided] = await Promise.all([api.shop.alerts.mine(), api.shop.privacy.decided()])
  if (!viewer)
    return (
      <div className="page-width">
        <EmptyState
          level={1}
          title="Who is it?"
          actions={
            <>
              <Link href="/sign-in" className={buttonStyle()}>
                Sign in
              </Link>
              <Link href="/sign-up" className={buttonStyle({ tone: 'quiet' })}>
                Make an account
              </Link>
            </>
          }
        >
          <p>An account keeps your orders together and lets your bag follow you. One can buy without it, too.</p>
        </EmptyState>
        <div className="grid gap-12 lg:grid-cols-2 lg:gap-24">
          <Alerts alerts={alerts} />
          <PrivacyPanel decided={decided} />
        </div>
      </div>
    )
  const [{ items }, notices] = await Promise.all([
    api.shop.orders.mine({ limit: RECENT_ORDERS }),
    api.shop.notices.mine({ limit: RECENT_NOTICES }),
  ])
  return (
    <>
      <div className="page-width pt-8 md:pt-12">
        <h1 className="font-display text-display tracking-tight text-balance">Hello, {viewer.name}</h1>
        <p className="mt-4 text-lead text-soft">{viewer.email}</p>
        <div className="mt-10 grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-24">
          <section aria-labelledby="recent-orders">
            <div className="mb-5 flex items-baseline justify-between gap-4">
              <h2 id="recent-orders" className="font-display text-title">
                Latest orders
              </h2>
              {items.length > 0 ? (
                <TextLink href="/orders" className="text-small">
                  All orders
                </TextLink>
              ) : null}
            </div>
            {items.length === 0 ? (
              <p className="text-soft">There are none yet. The first one will stand here.</p>
            ) : (
              <OrderList orders={items} />
            )}
          </section>
          <div className="flex flex-col items-start gap-4">
            {isStaff(viewer) ? (
              <Link href="/admin" className={buttonStyle()}>
                To the back office
              </Link>
            ) : null}
            <SignOutButton />
            <CountryChooser className="mt-4 w-full max-w-72" />
            <p className="text-note text-soft">
              What may not be sold there is left out of what we choose for you, stands last in your own order of
              listings and says so on its page. A checkout begins with it.
            </p>
          </div>
        </div>
        {notices.length > 0 ? (
          <section aria-labelledby="notices" className="mt-16">
            <h2 id="notices" className="mb-5 font-display text-title">
              What we told you
            </h2>
            <NoticeList notices={notices} />
          </section>
        ) : null}
        <div className="mt-16 grid gap-12 lg:grid-cols-2 lg:gap-24">
          <Alerts alerts={alerts} />
          <PrivacyPanel decided={decided} />
        </div>
      </div>
      <MayWantToKnow className="pt-section" />
    </>
  )
}

const Alerts = ({ alerts }: { alerts: readonly AlertView[] }) => (
  <section aria-labelledby="alerts" className="flex flex-col gap-5">
    <h2 id="alerts" className="font-display text-title">
      Tell me when
    </h2>
    <p className="max-w-prose text-small text-soft">
      One message for each, at most {ALERTS_A_DAY} a day: of many that come about at once, what you like best comes
      first and the rest on the days after, if it is still true then.
    </p>
    <AlertList initial={alerts} />
  </section>
)

export default AccountPage
