import { AuthForm } from './auth-form'

/** The frame of the two pages where one says who one is. */
export const AuthPage = ({ purpose, to }: { purpose: 'sign-in' | 'sign-up'; to: string }) => (
  <div className="page-width grid gap-10 pt-8 md:pt-14 lg:grid-cols-2 lg:gap-20">
    <div>
      <h1 className="max-w-[10ch] font-display text-display tracking-tight">
        {purpose === 'sign-in' ? 'Welcome back' : 'Make an account'}
      </h1>
      <p className="mt-5 max-w-prose text-lead text-soft">
        {purpose === 'sign-in'
          ? 'Your orders and your bag are where you left them.'
          : 'For your orders in one place and a bag that follows you. One can buy without it, too.'}
      </p>
    </div>
    <AuthForm purpose={purpose} to={to} />
  </div>
)
