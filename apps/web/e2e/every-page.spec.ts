import { expectAccessibleAs } from './fixtures/accessible'
import { pagesOf } from './fixtures/pages'
import { expect, test, type Visitor } from './fixtures/test'
import { addressOf, choose, putInBag } from './steps/product-page'
import { signInAs } from './steps/sign-in'

/** The journeys look at 1280 px by day; these are the other ways a page is read. */
const LOOKS = [
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
] as const

/** Some dozen pages, each loaded twice. */
const WALK_MS = 600_000
test.describe.configure({ timeout: WALK_MS })

/** Walks the pages; one whose address has a part to fill in is reached by a link on a page before it. */
const walk = async ({ page }: Visitor, pages: readonly string[]): Promise<void> => {
  const links = new Set<string>()
  const addressFor = (pattern: string): string | undefined => {
    if (!pattern.includes('[')) return pattern
    const shape = new RegExp(`^${pattern.replace(/\[\w+\]/g, '[^/?#]+')}$`)
    return [...links].find((link) => shape.test(link) && !pages.includes(link))
  }
  const filledInLast = [...pages].sort(
    (a, b) => Number(a.includes('[')) - Number(b.includes('[')) || a.length - b.length,
  )
  const gather = async (): Promise<void> => {
    for (const link of await page.locator('a[href^="/"]').evaluateAll(hrefs)) links.add(link)
  }
  for (const pattern of filledInLast) {
    // What a page asks for once it stands brings its links a moment later.
    const found = async (): Promise<string | undefined> => {
      if (addressFor(pattern) === undefined) await gather()
      return addressFor(pattern)
    }
    await softly.poll(found, { message: `a link to ${pattern} on the pages before it` }).toBeDefined()
    const address = addressFor(pattern)
    if (address === undefined) continue
    await expectAccessibleAs(page, address, LOOKS)
    await gather()
  }
}

const softly = expect.configure({ soft: true })

const hrefs = (found: readonly Element[]): string[] =>
  found.map((link) => (link.getAttribute('href') ?? '').split('?', 1).join(''))

const isOwn = (address: string): boolean => /^\/(orders|account)\b/.test(address)
const isOffice = (address: string): boolean => address.startsWith('/admin')

/** In parts, so that two browsers share the work to its end; a room lies in the part of the pages that lead to it. */
const isLedger = (address: string): boolean => address.startsWith('/admin/ledger')
const PARTS: readonly (readonly [rooms: string, isIn: (address: string) => boolean])[] = [
  ['L to R', (address) => address >= '/admin/l' && address < '/admin/s' && !isLedger(address)],
  ['S to Z, and the ledger that stock leads to', (address) => address >= '/admin/s' || isLedger(address)],
  ['A to E', (address) => address < '/admin/f'],
  ['F to K', (address) => address >= '/admin/f' && address < '/admin/l'],
]

// What takes longest comes first: begun last, it would keep one browser busy alone.
for (const [rooms, isIn] of PARTS)
  test(`every page of the back office can be read by everybody, on a phone and a desk, by day and night, rooms ${rooms}`, async ({
    visitors,
  }) => {
    const staff = await visitors()
    await signInAs(staff, 'admin', '/admin')
    await walk(
      staff,
      pagesOf().filter((address) => isOffice(address) && isIn(address)),
    )
  })

test('so can every page of the shop', async ({ visitors, shop }) => {
  const guest = await visitors({ consent: 'undecided' })
  const piece = await shop.stock.claim(3)
  await guest.page.goto(addressOf(piece))
  await choose(guest, piece)
  await putInBag(guest)
  await walk(
    guest,
    pagesOf().filter((address) => !isOffice(address) && !isOwn(address)),
  )
})

test('so can what belongs to a shopper', async ({ visitors }) => {
  const shopper = await visitors()
  await signInAs(shopper, 'shopper', '/orders')
  await walk(shopper, pagesOf().filter(isOwn))
})
