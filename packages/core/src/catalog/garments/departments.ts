export const DEPARTMENTS = ['women', 'men', 'unisex'] as const
export type Department = (typeof DEPARTMENTS)[number]

export const CATEGORIES = ['tops', 'knitwear', 'bottoms', 'dresses', 'outerwear', 'shoes', 'accessories'] as const
export type Category = (typeof CATEGORIES)[number]

export const CATEGORY_LABELS: Readonly<Record<Category, string>> = {
  tops: 'Shirts & tops',
  knitwear: 'Knitwear',
  bottoms: 'Trousers & skirts',
  dresses: 'Dresses',
  outerwear: 'Coats & jackets',
  shoes: 'Shoes',
  accessories: 'Accessories',
}
