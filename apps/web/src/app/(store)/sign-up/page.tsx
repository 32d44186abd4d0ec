import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthPage } from '@/features/account/auth-page'
import { safePath } from '@/features/account/safe-path'
import { getContext } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Make an account', robots: { index: false } }

type Props = { searchParams: Promise<{ to?: string | string[] | undefined }> }

const SignUpPage = async ({ searchParams }: Props) => {
  const [{ to }, { viewer }] = await Promise.all([searchParams, getContext()])
  if (viewer) redirect(safePath(to))
  return <AuthPage purpose="sign-up" to={safePath(to)} />
}

export default SignUpPage
