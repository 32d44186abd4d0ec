import Link from 'next/link'

/** Who is signed in, with the way to the account, where one signs out. */
export const Person = ({ name }: { name: string }) => (
  <Link href="/account" className="thread-hover text-note whitespace-nowrap max-lg:hidden">
    {name}
    <span className="sr-only">, your account</span>
  </Link>
)
