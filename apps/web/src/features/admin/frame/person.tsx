import { UserRound } from 'lucide-react'
import Link from 'next/link'

/** Who is signed in, with the way to the account, where one signs out. */
export const Person = ({ name }: { name: string }) => (
  <Link
    href="/account"
    className="inline-flex items-center justify-center text-note whitespace-nowrap hover:text-thread max-lg:size-touch"
  >
    <UserRound aria-hidden="true" strokeWidth={1.5} className="size-5 lg:hidden" />
    <span className="max-lg:sr-only">{name}</span>
    <span className="sr-only">, your account</span>
  </Link>
)
