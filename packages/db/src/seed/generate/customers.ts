import type { Address, Department } from '@selvedge/core'
import { type Random, randomFrom } from './random'

/** An invented shopper. `taste` steers what they buy. */
export type GeneratedCustomer = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly createdAt: Date
  readonly address: Address
  readonly taste: { readonly department: Department; readonly brandIds: readonly number[]; readonly priceMinor: number }
}

const GIVEN = `Anouk Bastiaan Carla Daan Elif Femke Gijs Hanna Ilja Jonas Katja Lars Mette Noah Olga Pieter Quinten Rosa Sven Tessa
Umut Veerle Wouter Xenia Yara Zoe Amira Bjarne Chiara Dries Emil Freja Greta Henrik Ida Jasper Klara Levi Maja Nikolaj Otto Paula
Ruben Signe Theo Ulrike Vincent Wiebke Aisha Bruno Clemens Dana Esra Florian Gerda Hugo Inger Jule Karim Linnea`
const FAMILY = `Aalbers Bakker Claes Dahl Eriksen Fischer Goossens Holm Iversen Janssen Keller Lindholm Mertens Nielsen Oomen Petit
Reuter Schouten Thys Ulrich Vermeer Weber Yilmaz Zijlstra Andersen Brandt Costa Dupont Engel Faber Graf Hendriks Jacobs Kuiper
Laurent Maes Novak Olsen Peeters Roux Sanders Timmer Vos Winkler`

type Town = {
  city: string
  country: Address['country']
  postcode: (random: Random) => string
  streets: readonly string[]
}

const letter = (random: Random) => random.pick([...'ABCDEGHJKLMNPRSTVWXZ'])
const dutch = (from: number, to: number) => (random: Random) =>
  `${random.int(from, to)} ${letter(random)}${letter(random)}`
const digits = (from: number, to: number) => (random: Random) => String(random.int(from, to))

const TOWNS: readonly Town[] = [
  {
    city: 'Amsterdam',
    country: 'NL',
    postcode: dutch(1011, 1098),
    streets: ['Lindengracht', 'Ceintuurbaan', 'Javastraat'],
  },
  {
    city: 'Rotterdam',
    country: 'NL',
    postcode: dutch(3011, 3089),
    streets: ['Witte de Withstraat', 'Bergweg', 'Nieuwe Binnenweg'],
  },
  {
    city: 'Utrecht',
    country: 'NL',
    postcode: dutch(3511, 3585),
    streets: ['Oudegracht', 'Nachtegaalstraat', 'Biltstraat'],
  },
  {
    city: 'Berlin',
    country: 'DE',
    postcode: digits(10115, 12059),
    streets: ['Torstraße', 'Weserstraße', 'Kastanienallee'],
  },
  {
    city: 'Hamburg',
    country: 'DE',
    postcode: digits(20095, 22769),
    streets: ['Schanzenstraße', 'Lange Reihe', 'Marktstraße'],
  },
  {
    city: 'Leipzig',
    country: 'DE',
    postcode: (random) => `04${random.int(100, 350)}`,
    streets: ['Karl-Heine-Straße', 'Südplatz'],
  },
  { city: 'Antwerpen', country: 'BE', postcode: digits(2000, 2060), streets: ['Kammenstraat', 'Nationalestraat'] },
  { city: 'Gent', country: 'BE', postcode: digits(9000, 9050), streets: ['Vrijdagmarkt', 'Brabantdam'] },
  {
    city: 'København',
    country: 'DK',
    postcode: digits(1550, 2450),
    streets: ['Istedgade', 'Jægersborggade', 'Elmegade'],
  },
  { city: 'Lille', country: 'FR', postcode: () => '59000', streets: ['Rue de Gand', 'Rue Royale'] },
  { city: 'Wien', country: 'AT', postcode: digits(1010, 1090), streets: ['Neubaugasse', 'Lindengasse'] },
]

/** Shoppers with an account, an address and a taste. Addresses are invented, mailboxes end in example domains. */
export function generateCustomers(count: number, { seed, today }: { seed: number; today: Date }): GeneratedCustomer[] {
  const given = GIVEN.split(/\s+/)
  const family = FAMILY.split(/\s+/)
  return Array.from({ length: count }, (_, index) => {
    const random = randomFrom(seed, 'customer', index)
    const name = `${random.pick(given)} ${random.pick(family)}`
    return {
      id: random.uuid(),
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}.${index + 1}@${random.pick(['example.com', 'example.org', 'example.net'])}`,
      createdAt: new Date(today.getTime() - random.int(20, 540) * 86_400_000),
      address: addressOf(name, random),
      taste: {
        department: random.weighted(['women', 'men', 'unisex'] as const, (d) =>
          d === 'women' ? 5 : d === 'men' ? 4 : 1,
        ),
        brandIds: Array.from({ length: 6 }, () => random.int(1, 40)),
        priceMinor: Math.round(Math.exp(random.normal(Math.log(14_000), 0.5))),
      },
    }
  })
}

function addressOf(name: string, random: Random): Address {
  const town = random.pick(TOWNS)
  return {
    name,
    line1: `${random.pick(town.streets)} ${random.int(1, 180)}`,
    city: town.city,
    postcode: town.postcode(random),
    country: town.country,
  }
}
