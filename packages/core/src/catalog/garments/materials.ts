import type { Fabric } from './cloth'

/** A cloth a mill would sell: `composition` is the care label's text, `gsm` its usual weight range in g/m² (null for hides). */
type MaterialFacts = {
  readonly name: string
  readonly fabric: Fabric
  readonly composition: string
  readonly gsm: readonly [number, number] | null
  readonly care: Care
}

export const CARES = ['machine-30', 'machine-40', 'wool-wash', 'hand-wash', 'dry-clean', 'wipe-clean'] as const
export type Care = (typeof CARES)[number]

export const CARE_LABELS: Readonly<Record<Care, string>> = {
  'machine-30': 'Machine wash at 30°, line dry',
  'machine-40': 'Machine wash at 40°, iron while damp',
  'wool-wash': 'Wool cycle at 30°, dry flat',
  'hand-wash': 'Hand wash cold, dry in the shade',
  'dry-clean': 'Dry clean, air between wears',
  'wipe-clean': 'Brush and wipe clean, feed now and then',
}

export const MATERIALS = {
  linen: material('Linen', 'linen', '100% linen', [145, 210], 'machine-30'),
  'linen-cotton': material('Linen-cotton', 'linen', '55% linen, 45% cotton', [165, 240], 'machine-30'),
  'cotton-poplin': material('Cotton poplin', 'cotton', '100% cotton', [105, 130], 'machine-40'),
  'cotton-oxford': material('Oxford cotton', 'cotton', '100% cotton', [135, 180], 'machine-40'),
  'brushed-cotton': material('Brushed cotton', 'cotton', '100% cotton', [150, 195], 'machine-30'),
  'cotton-jersey': material('Cotton jersey', 'cotton', '100% organic cotton', [155, 240], 'machine-30'),
  'cotton-pique': material('Cotton piqué', 'cotton', '100% cotton', [200, 240], 'machine-30'),
  'loopback-cotton': material('Loopback cotton', 'cotton', '100% cotton', [320, 480], 'machine-30'),
  'cotton-twill': material('Cotton twill', 'cotton', '98% cotton, 2% elastane', [225, 300], 'machine-30'),
  corduroy: material('Corduroy', 'cotton', '100% cotton', [260, 390], 'machine-30'),
  'cotton-canvas': material('Cotton canvas', 'cotton', '100% cotton', [290, 440], 'machine-30'),
  chambray: material('Chambray', 'denim', '100% cotton', [120, 170], 'machine-30'),
  'selvedge-denim': material('Selvedge denim', 'denim', '100% cotton', [400, 500], 'machine-30'),
  'stretch-denim': material('Stretch denim', 'denim', '99% cotton, 1% elastane', [340, 420], 'machine-30'),
  merino: material('Merino', 'knit', '100% extra-fine merino wool', [180, 290], 'wool-wash'),
  lambswool: material('Lambswool', 'knit', '100% lambswool', [300, 430], 'wool-wash'),
  cashmere: material('Cashmere', 'knit', '100% cashmere', [190, 320], 'hand-wash'),
  'cotton-knit': material('Cotton knit', 'knit', '100% combed cotton', [240, 380], 'machine-30'),
  'tropical-wool': material('Tropical wool', 'wool', '100% virgin wool', [195, 250], 'dry-clean'),
  'wool-flannel': material('Wool flannel', 'wool', '100% virgin wool', [260, 340], 'dry-clean'),
  tweed: material('Tweed', 'wool', '100% virgin wool', [380, 520], 'dry-clean'),
  'wool-melton': material('Wool melton', 'wool', '80% wool, 20% polyamide', [520, 690], 'dry-clean'),
  'silk-satin': material('Silk satin', 'silk', '100% silk', [85, 125], 'hand-wash'),
  'silk-crepe': material('Silk crêpe', 'silk', '100% silk', [95, 150], 'dry-clean'),
  'calf-leather': material('Calf leather', 'leather', '100% calf leather', null, 'wipe-clean'),
  suede: material('Suede', 'leather', '100% calf suede', null, 'wipe-clean'),
  'ripstop-nylon': material('Ripstop nylon', 'technical', '100% recycled polyamide', [60, 115], 'machine-30'),
  'bonded-shell': material('Bonded shell', 'technical', '100% recycled polyester', [140, 195], 'machine-30'),
  'waxed-cotton': material('Waxed cotton', 'technical', '100% cotton, waxed', [240, 310], 'wipe-clean'),
} as const satisfies Record<string, MaterialFacts>

export type MaterialId = keyof typeof MATERIALS
export type Material = MaterialFacts & { readonly id: MaterialId }

/** Every material id, in the order of the table. */
export const MATERIAL_IDS = Object.keys(MATERIALS) as [MaterialId, ...MaterialId[]] // the keys of our own literal

function material<F extends Fabric>(
  name: string,
  fabric: F,
  composition: string,
  gsm: readonly [number, number] | null,
  care: Care,
) {
  return { name, fabric, composition, gsm, care }
}
